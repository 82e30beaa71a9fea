import { css } from 'lit';

/** How the editor stands on the page: a bar that stays, and what the build gives beside it. */
export const look = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--wvw-4);
    --colour: var(--wvw-accent);
  }
  .bar {
    position: sticky;
    inset-block-start: 57px;
    z-index: 5;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--wvw-2) var(--wvw-3);
    margin-inline: -4px;
    padding: 10px 4px;
    border-block-end: 1px solid var(--wvw-line);
    background: var(--wvw-bg);
  }
  .bar h1 {
    flex: 1 1 auto;
    font-size: 1.375rem;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(270px, 330px);
    gap: var(--wvw-4);
    align-items: start;
  }
  .main,
  .side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--wvw-4);
  }
  .side {
    position: sticky;
    inset-block-start: 134px;
    max-height: calc(100dvh - 150px);
    overflow-y: auto;
  }
  section > h2 {
    margin-block-end: var(--wvw-3);
  }
  .professions {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 148px), 1fr));
    gap: var(--wvw-2);
    --wvw-crest: 36px;
  }
  .professions .pick {
    gap: 10px;
    min-height: 60px;
    padding: 8px 12px;
    border-radius: var(--wvw-radius-l);
    background: var(--wvw-surface);
    color: var(--wvw-text);
    font-size: var(--wvw-size-m);
    font-weight: 600;
  }
  @media (max-width: 1099px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      position: static;
      max-height: none;
      overflow: visible;
    }
  }
  @media (max-width: 599px) {
    .bar {
      flex-wrap: nowrap;
    }
    .bar h1 {
      font-size: var(--wvw-size-m);
    }
    .bar .row {
      flex: none;
      flex-wrap: nowrap;
    }
    .status {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;

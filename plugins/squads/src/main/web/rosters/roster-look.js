import { css } from 'lit';

/** The look of a roster: a row for each player. */
export const rosterLook = css`
  .rows {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 420px), 1fr));
  }
  .rows > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 var(--wvw-3);
    border: 1px solid var(--wvw-line);
    border-radius: var(--wvw-radius-m);
    background: var(--wvw-surface);
  }
  .rows > li.away {
    background: none;
  }
  .here {
    align-self: stretch;
    width: 104px;
    min-height: 52px;
    border: 0;
    border-inline-end: 1px solid var(--wvw-line);
    border-radius: var(--wvw-radius-m) 0 0 var(--wvw-radius-m);
    background: none;
    color: var(--wvw-text-2);
  }
  .here[aria-pressed='true'] {
    background: var(--wvw-good-soft);
    color: var(--wvw-good);
  }
  .who {
    display: grid;
    gap: 3px;
    padding-block: 7px;
    min-width: 0;
  }
  .who strong,
  .who .muted {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .away strong {
    color: var(--wvw-text-2);
  }
  .builds {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    color: var(--wvw-text-2);
    font-size: var(--wvw-size-s);
    --wvw-crest: 17px;
  }
  .builds span {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  .builds .first {
    color: var(--wvw-text);
    font-weight: 600;
  }
  .builds .lack {
    text-decoration: line-through dotted;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--wvw-2);
    margin-block-end: var(--wvw-3);
  }
  .tools input {
    width: min(100%, 240px);
  }
  @media (max-width: 479px) {
    .here {
      width: 106px;
      padding-inline: 6px;
    }
    .page-head .row,
    .page-head .row > .button:not(.icon) {
      flex: 1 1 auto;
    }
    .tools input {
      width: 100%;
    }
  }
`;

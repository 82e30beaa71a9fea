import { css } from 'lit';

/** The look of the list of squads. */
export const listLook = css`
  :host {
    display: grid;
    gap: var(--wvw-3);
  }
  .page-head,
  .parts {
    margin: 0;
  }
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr) auto;
    align-items: end;
    gap: var(--wvw-2) var(--wvw-3);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    gap: var(--wvw-3);
  }
  .cards a.main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    height: 100%;
    align-content: space-between;
    padding: 14px 16px 12px;
    border: 1px solid var(--wvw-line);
    border-radius: var(--wvw-radius-l);
    background: var(--wvw-surface);
    color: var(--wvw-text);
    text-decoration: none;
  }
  .cards a.main:hover {
    border-color: var(--wvw-accent-line);
    background: linear-gradient(115deg, var(--wvw-accent-soft), var(--wvw-surface) 60%);
  }
  .cards a.main:focus-visible {
    border-radius: var(--wvw-radius-l);
  }
  h2 {
    overflow: hidden;
    font-size: 1rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar {
    display: grid;
    grid-template-columns: repeat(10, 1fr);
    gap: 3px;
    height: 5px;
  }
  .bar i {
    border-radius: 3px;
    background: var(--wvw-hover);
  }
  .bar i.on {
    background: var(--wvw-accent);
  }
  .button.more {
    justify-self: center;
    width: auto;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .foot time {
    margin-inline-start: auto;
    color: var(--wvw-text-2);
    font-size: var(--wvw-size-xs);
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr));
    gap: var(--wvw-3);
    width: 100%;
    counter-reset: step;
    text-align: start;
  }
  .steps a {
    display: grid;
    gap: 2px;
    min-height: 92px;
    align-content: start;
    padding: 12px 14px;
    border: 1px solid var(--wvw-line-2);
    border-radius: var(--wvw-radius-m);
    background: var(--wvw-surface);
    color: var(--wvw-text);
    text-decoration: none;
  }
  .steps a:hover,
  .steps .now {
    border-color: var(--wvw-accent-line);
    background: var(--wvw-accent-soft);
  }
  .waiting {
    --wvw-skeleton: 110px;
  }
  @media (max-width: 699px) {
    .filters {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .filters > :first-child,
    .filters > :last-child {
      grid-column: 1 / -1;
    }
  }
`;

import { css } from 'lit';

/** How lists of people look. */
export const rows = css`
  :host {
    display: grid;
    gap: var(--wvw-3);
  }
  ul.card {
    padding-block: 4px;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px var(--wvw-4);
    padding-block: 12px;
    border-block-start: 1px solid var(--wvw-line);
  }
  li:first-child {
    border: 0;
  }
  .what {
    flex: 1 1 240px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  select,
  input {
    min-height: 40px;
    padding: 6px 10px;
    border: 1px solid var(--wvw-line-2);
    border-radius: var(--wvw-radius-m);
    background: var(--wvw-raised);
    color: var(--wvw-text);
    font: inherit;
  }
  label {
    display: grid;
    gap: 3px;
    font-size: var(--wvw-size-s);
    color: var(--wvw-text-2);
  }
  input:focus-visible {
    outline: 2px solid var(--wvw-focus);
    outline-offset: 1px;
  }
`;

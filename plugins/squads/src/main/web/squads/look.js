import { css } from 'lit';

/** What the pages of squads, rosters and teams share: plain fields, the row of pages, lists of rows. */
export const look = css`
  .field {
    display: grid;
    gap: 5px;
    min-width: 0;
    font-size: var(--wvw-size-s);
    font-weight: 600;
  }
  .field small {
    color: var(--wvw-text-2);
    font-size: var(--wvw-size-xs);
    font-weight: 400;
  }
  input:not([type='checkbox'], [type='radio'], [slot]),
  textarea,
  select {
    width: 100%;
    min-height: 40px;
    padding: 7px 12px;
    border: 1px solid var(--wvw-field-line);
    border-radius: var(--wvw-radius-m);
    background: var(--wvw-field);
    color: var(--wvw-text);
    font: 400 var(--wvw-size-m) / 1.45 var(--wvw-font);
  }
  textarea {
    min-height: 110px;
    resize: vertical;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--wvw-text-2);
    opacity: 1;
  }
  :is(input, textarea, select):focus-visible {
    outline: 2px solid var(--wvw-focus);
    outline-offset: 1px;
  }
  [aria-invalid='true'] {
    border-color: var(--wvw-bad) !important;
  }
  .wrong {
    color: var(--wvw-bad);
    font-size: var(--wvw-size-s);
    font-weight: 550;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 40px;
    cursor: pointer;
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--wvw-accent);
  }
  .grid2 {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 210px), 1fr));
    gap: var(--wvw-3);
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-end: var(--wvw-4);
  }
  .parts a {
    text-decoration: none;
  }
  .parts a[aria-current] {
    border-color: var(--wvw-accent-line);
    background: var(--wvw-accent-soft);
    color: var(--wvw-text);
    font-weight: 600;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    margin-block-end: var(--wvw-2);
    font-size: var(--wvw-size-s);
  }
  .end {
    justify-content: end;
  }
  .rows {
    display: grid;
    gap: var(--wvw-2);
  }
  .scroll {
    overflow-x: auto;
  }
`;

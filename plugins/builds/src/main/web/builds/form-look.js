import { css } from 'lit';

/** How the form about a build looks. */
export const look = css`
  :host {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--wvw-4);
  }
  .all {
    grid-column: 1 / -1;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 6px;
    font-size: var(--wvw-size-s);
    font-weight: 600;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr));
    gap: var(--wvw-2);
  }
  .choices label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    align-content: start;
    gap: 0 10px;
    padding: 9px 12px;
    border: 1px solid var(--wvw-field-line);
    border-radius: var(--wvw-radius-m);
    background: var(--wvw-field);
    cursor: pointer;
  }
  .choices label:has(:checked) {
    border-color: var(--wvw-accent);
    background: var(--wvw-accent-soft);
  }
  .choices label:has(:focus-visible) {
    outline: 2px solid var(--wvw-focus);
    outline-offset: 1px;
  }
  .choices input {
    margin: 0;
    accent-color: var(--wvw-accent);
    outline: none;
  }
  .choices span {
    font-weight: 600;
  }
  .choices small {
    grid-column: 2;
    color: var(--wvw-text-2);
    font-size: var(--wvw-size-xs);
  }
  vaadin-text-area {
    min-height: 110px;
  }
  .team {
    margin-block-start: var(--wvw-2);
  }
  .notes {
    display: grid;
    gap: var(--wvw-2);
  }
  .preview {
    padding: 10px 14px;
    border: 1px dashed var(--wvw-line-2);
    border-radius: var(--wvw-radius-m);
    overflow-wrap: anywhere;
  }
  .preview :is(p, ul, ol, blockquote, pre):not(:last-child) {
    margin-block-end: var(--wvw-2);
  }
  .preview ul {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  @media (max-width: 599px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

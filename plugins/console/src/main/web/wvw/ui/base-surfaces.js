import { css } from 'lit';

/** Cards, tags, notes and tables. */
export const surfaces = css`
  .card {
    border: 1px solid var(--wvw-line);
    border-radius: var(--wvw-radius-l);
    background: var(--wvw-surface);
    padding: var(--wvw-4);
  }
  .card > h2 {
    margin-block-end: var(--wvw-3);
  }
  .eyebrow {
    color: var(--wvw-text-2);
    font-size: var(--wvw-size-xs);
    font-weight: 700;
    letter-spacing: 0.09em;
    text-transform: uppercase;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 1px 8px;
    border: 1px solid var(--wvw-line);
    border-radius: 999px;
    background: var(--wvw-raised);
    color: var(--wvw-text-2);
    font-size: var(--wvw-size-xs);
    font-weight: 550;
    line-height: 1.55;
    white-space: nowrap;
  }
  .tag > wvw-icon {
    --wvw-icon: 14px;
  }
  .tag.good {
    border-color: var(--wvw-good-line);
    background: var(--wvw-good-soft);
    color: var(--wvw-good);
  }
  .tag.warn {
    border-color: var(--wvw-warn-line);
    background: var(--wvw-warn-soft);
    color: var(--wvw-warn);
  }
  .tag.bad {
    border-color: var(--wvw-bad-line);
    background: var(--wvw-bad-soft);
    color: var(--wvw-bad);
  }
  .note {
    display: flex;
    gap: var(--wvw-2);
    padding: 10px 14px;
    border: 1px solid var(--wvw-line);
    border-radius: var(--wvw-radius-m);
    background: var(--wvw-surface);
  }
  .note.warn {
    border-color: var(--wvw-warn-line);
    background: var(--wvw-warn-soft);
  }
  .note.bad {
    border-color: var(--wvw-bad-line);
    background: var(--wvw-bad-soft);
  }
  .note > wvw-icon {
    margin-block-start: 2px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    padding: 8px 12px;
    border-block-end: 1px solid var(--wvw-line);
    color: var(--wvw-text-2);
    font-size: var(--wvw-size-s);
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 11px 12px;
    border-block-end: 1px solid var(--wvw-line);
    vertical-align: top;
  }
  tr:last-child > td {
    border-block-end: 0;
  }
`;

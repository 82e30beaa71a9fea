import { css } from 'lit';

/** The look of the page around the board. */
export const boardLook = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--wvw-2) var(--wvw-4);
    margin-block-end: var(--wvw-3);
  }
  .title {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  h1 {
    overflow-wrap: anywhere;
  }
  .head .row {
    gap: 6px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--wvw-2) 10px;
    margin-block-end: var(--wvw-3);
    padding: 10px 12px;
  }
  .bar .button {
    padding-inline: 11px;
  }
  .bar > .button {
    font-size: var(--wvw-size-s);
  }
  .bar .field {
    flex: 1 1 110px;
    max-width: 180px;
    font-size: var(--wvw-size-xs);
  }
  .bar .solve {
    display: flex;
    flex: none;
    gap: 0;
  }
  .solve .button {
    border-radius: var(--wvw-radius-m) 0 0 var(--wvw-radius-m);
  }
  .solve select {
    width: auto;
    border-radius: 0 var(--wvw-radius-m) var(--wvw-radius-m) 0;
    border-inline-start: 0;
  }
  .bar .check {
    font-size: var(--wvw-size-s);
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--wvw-3);
    min-height: 40px;
  }
  .track {
    flex: 1 1 180px;
    height: 6px;
    overflow: hidden;
    border-radius: 999px;
    background: var(--wvw-hover);
  }
  .fill {
    height: 100%;
    border-radius: 999px;
    background: var(--wvw-accent);
    transform-origin: 0 50%;
  }
  .stand {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px var(--wvw-3);
    min-height: 40px;
    margin-block-end: var(--wvw-2);
  }
  .note {
    flex-wrap: wrap;
    align-items: center;
    margin-block-end: var(--wvw-3);
  }
  .note > span {
    flex: 1 1 240px;
  }
  .note .button {
    min-height: 34px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-block: var(--wvw-3) 4px;
    color: var(--wvw-text-2);
    font-size: var(--wvw-size-s);
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    --wvw-crest: 16px;
  }
  wvw-squad-missing {
    display: block;
    margin-block-start: var(--wvw-4);
  }
  .wait {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: var(--wvw-3);
    --wvw-skeleton: 44px;
  }
  @media (max-width: 599px) {
    .wait {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .head .row,
    .bar .solve {
      width: 100%;
    }
    .solve .button {
      flex: 1;
    }
    .bar .field {
      flex-basis: calc(50% - 8px);
      max-width: none;
    }
    .head .save {
      flex: 1;
    }
    .bar .check {
      width: 100%;
    }
    .bar > .button {
      flex: 1 1 auto;
      padding-inline: 6px;
      font-size: var(--wvw-size-s);
      white-space: nowrap;
    }
  }
`;

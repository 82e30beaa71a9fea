import { css } from 'lit';

/** The look of the board: subgroups, seats, bench, and the seat that is being dragged. */
export const gridLook = css`
  :host {
    display: block;
  }
  .colour-guardian {
    --colour: var(--wvw-guardian);
  }
  .colour-warrior {
    --colour: var(--wvw-warrior);
  }
  .colour-engineer {
    --colour: var(--wvw-engineer);
  }
  .colour-ranger {
    --colour: var(--wvw-ranger);
  }
  .colour-thief {
    --colour: var(--wvw-thief);
  }
  .colour-elementalist {
    --colour: var(--wvw-elementalist);
  }
  .colour-mesmer {
    --colour: var(--wvw-mesmer);
  }
  .colour-necromancer {
    --colour: var(--wvw-necromancer);
  }
  .colour-revenant {
    --colour: var(--wvw-revenant);
  }
  .groups {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: var(--wvw-3);
  }
  .group {
    display: flex;
    flex-direction: column;
    gap: 5px;
    min-width: 0;
    padding: 10px;
    border: 1px solid var(--wvw-line);
    border-radius: var(--wvw-radius-l);
    background: var(--wvw-surface);
  }
  .group.short {
    border-color: var(--wvw-bad-line);
  }
  .top {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 6px;
    padding-inline: 2px;
    font-size: var(--wvw-size-s);
    font-weight: 650;
  }
  .top .count {
    color: var(--wvw-text-2);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .cell {
    min-width: 0;
    border-radius: var(--wvw-radius-m);
  }
  .seat {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    width: 100%;
    height: 44px;
    padding: 0 5px 0 0;
    border: 1px solid color-mix(in oklab, var(--colour, var(--wvw-line-3)) 45%, transparent);
    border-radius: var(--wvw-radius-m);
    background: linear-gradient(
      100deg,
      color-mix(in oklab, var(--colour, var(--wvw-line-3)) 32%, var(--wvw-surface)),
      color-mix(in oklab, var(--colour, var(--wvw-line-3)) 11%, var(--wvw-surface))
    );
    color: var(--wvw-text);
    font: inherit;
    text-align: start;
    --wvw-crest: 26px;
  }
  button.seat {
    cursor: grab;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }
  button.seat:hover {
    border-color: var(--colour, var(--wvw-line-3));
  }
  .seat:focus-visible,
  .place:focus-visible {
    border-radius: var(--wvw-radius-m);
    outline-offset: 1px;
  }
  .grip {
    display: grid;
    place-items: center;
    align-self: stretch;
    width: 38px;
    touch-action: none;
  }
  .who {
    min-width: 0;
    line-height: 1.22;
  }
  .who > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-size: 0.875rem;
    font-weight: 620;
  }
  .plays {
    color: var(--wvw-text-2);
    font-size: max(0.75rem, 12px);
  }
  .marks {
    display: flex;
    gap: 2px;
    color: var(--wvw-accent-text);
    --wvw-icon: 15px;
  }
  .place {
    display: grid;
    place-items: center;
    width: 100%;
    height: 44px;
    border: 1px dashed var(--wvw-line-2);
    border-radius: var(--wvw-radius-m);
    background: none;
    color: var(--wvw-text-2);
    font: inherit;
    font-size: var(--wvw-size-s);
    cursor: pointer;
    --wvw-icon: 15px;
  }
  .planned .name {
    color: var(--wvw-text-2);
    font-style: italic;
    font-weight: 500;
  }
  .lifted {
    opacity: 0.35;
  }
  .carried {
    outline: 2px dashed var(--wvw-accent);
    outline-offset: 1px;
  }
  .over,
  .aim {
    outline: 2px solid var(--wvw-accent);
    outline-offset: 1px;
    background: var(--wvw-accent-soft);
  }
  .moved .seat {
    box-shadow: 0 0 0 2px var(--wvw-accent-line);
  }
  .ghost {
    position: fixed;
    inset: 0 auto auto 0;
    z-index: 60;
    box-shadow: var(--wvw-shadow);
    pointer-events: none;
    will-change: transform;
  }
  .foot {
    margin-block-start: auto;
  }
  /* The bench sticks to the window's edge as long as the board is seen: its row group must not hold it. */
  .outside {
    display: contents;
  }
  .bench {
    position: sticky;
    inset-block-end: 0;
    z-index: 4;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    gap: 6px var(--wvw-3);
    margin-block-start: var(--wvw-3);
    padding: 10px;
    border: 1px solid var(--wvw-line-2);
    border-radius: var(--wvw-radius-l);
    background: var(--wvw-raised);
    box-shadow: 0 -8px 24px light-dark(rgb(60 48 20 / 0.1), rgb(0 0 0 / 0.4));
  }
  .bench .top {
    flex-direction: column;
    min-width: 84px;
    padding-block: 4px;
  }
  .out {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: 5px;
    max-height: 144px;
    padding: 2px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .none {
    padding-block: 10px;
    color: var(--wvw-text-2);
    font-size: var(--wvw-size-s);
  }
  :host([busy]) .groups {
    opacity: 0.75;
  }
  @media (max-width: 1099px) {
    .groups {
      grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
    }
  }
  @media (max-width: 599px) {
    .groups {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 8px;
    }
    .group {
      padding: 7px;
    }
    .seat {
      padding-inline-end: 4px;
      --wvw-crest: 24px;
    }
    .grip {
      width: 34px;
    }
    .bench {
      grid-template-columns: minmax(0, 1fr);
      inset-inline: 0;
      padding: 7px;
    }
    .bench.bare {
      position: static;
    }
    .bench .top {
      flex-direction: row;
      padding-block: 0;
    }
    .out {
      grid-auto-flow: column;
      grid-template-columns: none;
      grid-auto-columns: 140px;
      overflow: auto hidden;
    }
  }
`;

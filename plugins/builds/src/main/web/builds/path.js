import { css, html } from 'lit';

/**
 * Reads the trait choices out of a chat link: three times a specialisation's id and a byte of three two-bit choices.
 * Lists need no more of a link than this; whole templates come from the server.
 *
 * @param {string} link
 * @returns {Map<number, number[]>} by the specialisation's id; empty when the link is none
 */
export function traitChoices(link) {
  try {
    const bytes = atob(link.slice(2, -1));
    const lines = [2, 4, 6].map((at) => [bytes.charCodeAt(at), bytes.charCodeAt(at + 1)]);
    return new Map(lines.map(([id, bits]) => [id, [bits & 3, (bits >> 2) & 3, (bits >> 4) & 3]]));
  } catch {
    return new Map();
  }
}

/** How the picture looks, for the element that shows it. Its colour is the text's or `--colour`. */
export const traitPathLook = css`
  .path {
    flex: none;
    width: 34px;
    height: 22px;
    overflow: visible;
    fill: none;
    stroke: var(--colour, var(--wvw-accent));
    stroke-linecap: round;
    stroke-width: 6.4;
  }
  .path .off {
    stroke: var(--wvw-line-2);
    stroke-width: 3.4;
  }
  .path .way {
    stroke-width: 1.6;
    stroke-linejoin: round;
    opacity: 0.75;
  }
`;

/**
 * The way through a trait grid as a small picture: three columns, the chosen row in each. Decoration. A list shows a
 * hundred of them, so each is three lines and no element of its own: a dot is a line without length.
 *
 * @param {number[]} [choices]
 */
export function traitPath(choices = []) {
  const spots = [0, 1, 2].flatMap((tier) =>
    [1, 2, 3].map((row) => ({ at: `${5 + tier * 12} ${3 + (row - 1) * 8}`, on: choices[tier] === row })),
  );
  const dots = (on) => spots.filter((spot) => spot.on === on).map(({ at }) => `M${at}h0`).join('');
  const way = spots.filter(({ on }) => on).map(({ at }) => at).join('L');
  return html`<svg class="path" viewBox="0 0 34 22" aria-hidden="true">
    <path class="way" d=${way && `M${way}`} />
    <path class="off" d=${dots(false)} />
    <path d=${dots(true)} />
  </svg>`;
}

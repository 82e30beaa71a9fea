/** Lets seats glide to where they go, so that the eye can follow. Off when the reader wants less motion. */

/** @param {ParentNode} root @returns {Map<string, DOMRect> | null} where everybody is */
export function remember(root) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return null;
  return new Map(seats(root).map((seat) => [seat.dataset.player, seat.getBoundingClientRect()]));
}

/** @param {ParentNode} root @param {Map<string, DOMRect>} before */
export function glide(root, before) {
  const found = seats(root).map((seat) => ({ seat, now: seat.getBoundingClientRect() }));
  for (const { seat, now } of found) {
    const was = before.get(seat.dataset.player);
    if (!was || (was.left === now.left && was.top === now.top)) continue;
    const from = `translate(${was.left - now.left}px, ${was.top - now.top}px)`;
    seat.animate([{ transform: from }, { transform: 'none' }], {
      duration: 200,
      easing: 'cubic-bezier(.2, .7, .3, 1)',
    });
  }
}

function seats(root) {
  return [...root.querySelectorAll('.seat')].filter(({ dataset }) => dataset.player);
}

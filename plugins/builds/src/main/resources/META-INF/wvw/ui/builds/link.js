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

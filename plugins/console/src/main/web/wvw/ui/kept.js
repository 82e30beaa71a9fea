import { session } from './session.js';

/**
 * Answers as they came last, with their ETags: one that is still the same need not come over the wire again. In memory
 * only, and for one person: what a guild knows of itself is not left on the disk of whoever looked at it.
 */

const MOST = 50;

/** @type {Map<string, {tag: string, text: string}>} the one used last is the last */
const kept = new Map();

session.addEventListener('change', () => kept.clear());

/** @param {string} path */
export function known(path) {
  return kept.get(path);
}

/** Only what the server tags by its content: a version says nothing of what is told beside it. */
export function keep(path, tag, text) {
  kept.delete(path);
  if (!tag?.startsWith('W/')) return;
  kept.set(path, { tag, text });
  if (kept.size > MOST) kept.delete(kept.keys().next().value);
}

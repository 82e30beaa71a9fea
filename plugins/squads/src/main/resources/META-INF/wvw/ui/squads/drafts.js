/**
 * What is not saved yet outlives a reload, a lost session and a wrong click: it is kept in this browser until it is
 * saved. So are the roster and the orders that somebody works with, which are no part of a composition.
 */

const PREFIX = 'wvw.squad.';
const MOST = 30;

/** @param {string} id @returns {any} */
export function draft(id) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null') ?? {};
  } catch {
    return {};
  }
}

/** @param {string} id @param {object} content */
export function keepDraft(id, content) {
  const text = JSON.stringify({ ...content, at: Date.now() });
  try {
    localStorage.setItem(PREFIX + id, text);
  } catch {
    dropDrafts(MOST / 2);
  }
  if (Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).length > MOST) dropDrafts(MOST);
}

/** @param {string} id */
export function dropDraft(id) {
  localStorage.removeItem(PREFIX + id);
}

/** Keeps the newest so many. @param {number} count */
function dropDrafts(count) {
  const all = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  const age = (key) => draft(key.slice(PREFIX.length)).at ?? 0;
  for (const key of all.sort((a, b) => age(b) - age(a)).slice(count)) localStorage.removeItem(key);
}

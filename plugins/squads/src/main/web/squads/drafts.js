import { session } from 'wvw/ui';

/**
 * What is not saved yet outlives a reload, a lost session and a wrong click: it is kept in this browser until it is
 * saved. So are the roster and the orders that somebody works with, which are no part of a composition. Each account has its
 * own, and so has each squad that a new one begins from.
 */

const PREFIX = 'wvw.squad.';
const MOST = 30;

/** Where the draft of whoever is signed in lies. @param {string} id of a squad, or "new" @param {string} [from] */
export function draftKey(id, from) {
  return [session.user?.id ?? '', id, ...(from ? [from] : [])].join('.');
}

/** @param {string} key @returns {any} */
export function draft(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') ?? {};
  } catch {
    return {};
  }
}

/** @param {string} key @param {object} content */
export function keepDraft(key, content) {
  const text = JSON.stringify({ ...content, at: Date.now() });
  try {
    localStorage.setItem(PREFIX + key, text);
  } catch {
    dropDrafts(MOST / 2);
  }
  if (Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).length > MOST) dropDrafts(MOST);
}

/** @param {string} key */
export function dropDraft(key) {
  localStorage.removeItem(PREFIX + key);
}

/** Keeps the newest so many. @param {number} count */
function dropDrafts(count) {
  const all = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  const age = (key) => draft(key.slice(PREFIX.length)).at ?? 0;
  for (const key of all.sort((a, b) => age(b) - age(a)).slice(count)) localStorage.removeItem(key);
}

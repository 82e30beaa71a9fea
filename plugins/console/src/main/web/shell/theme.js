/** Dark, light, or as the device wants it. */

/** @typedef {'auto' | 'dark' | 'light'} Theme */

const KEY = 'wvw.theme';
/** @type {Theme[]} */
const ALL = ['auto', 'dark', 'light'];

/** @returns {Theme} */
export function theme() {
  return ALL.find((name) => name === document.documentElement.dataset.theme) ?? 'auto';
}

/** @param {Theme} chosen */
export function setTheme(chosen) {
  document.documentElement.dataset.theme = chosen;
  localStorage.setItem(KEY, chosen);
}

/** The one that shows something else than now, whatever the device wants. */
export function nextTheme() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const round = dark ? ['auto', 'light', 'dark'] : ['auto', 'dark', 'light'];
  return round[(round.indexOf(theme()) + 1) % 3];
}

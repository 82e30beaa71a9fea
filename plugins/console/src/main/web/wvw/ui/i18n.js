/** The two languages of the console. A text that lacks one of them cannot be written down. */

/** @typedef {'en' | 'fr'} Locale */
/** @typedef {[en: string, fr: string]} Pair */

const KEY = 'wvw.locale';
/** @type {Locale} */
let current = initial();
document.documentElement.lang = current;

/** @returns {Locale} */
function initial() {
  const kept = localStorage.getItem(KEY);
  if (kept === 'en' || kept === 'fr') return kept;
  return navigator.languages.find((tag) => /^(en|fr)\b/.test(tag))?.startsWith('fr') ? 'fr' : 'en';
}

/** @returns {Locale} the language that the reader chose, or the browser's */
export function locale() {
  return current;
}

/**
 * The reader's way to write numbers and moments: the browser's own kind of the language chosen, as en-GB or fr-CH.
 * @returns {string} for Intl
 */
export function region() {
  return navigator.languages.find((tag) => tag === current || tag.startsWith(`${current}-`)) ?? current;
}

/** In French a mark that stands apart from its word stays on the word's line. @param {string} text */
export function typeset(text) {
  return current === 'fr' ? text.replace(/ (?=[;:!?»])|(?<=«) /g, '\u00a0') : text;
}

/** @param {Locale} chosen */
export function setLocale(chosen) {
  current = chosen;
  localStorage.setItem(KEY, chosen);
  document.documentElement.lang = chosen;
  document.dispatchEvent(new CustomEvent('wvw-locale', { detail: chosen }));
}

/**
 * Makes the function that looks a module's texts up. `{name}` in a text is replaced; a text may offer forms for one
 * and for many as `one|many`, chosen by the parameter `n`.
 *
 * @template {Record<string, Pair>} D
 * @param {D} dictionary
 * @returns {(key: keyof D, values?: Record<string, string | number>) => string}
 */
export function words(dictionary) {
  return (key, values = {}) => {
    const pair = dictionary[key];
    if (!pair) throw new Error(`no text is called ${String(key)}`);
    const forms = pair[current === 'fr' ? 1 : 0].split('|');
    const form = forms.length === 2 && !isOne(Number(values.n)) ? forms[1] : forms[0];
    return typeset(form).replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  };
}

/** @param {number} n */
function isOne(n) {
  return new Intl.PluralRules(current).select(n) === 'one';
}

import { locale } from './i18n.js';

/**
 * The nine professions: name in both languages, monogram, and a mark of our own drawing on a grid of 24.
 * @type {{id: string, code: number, name: [string, string], mark: string}[]}
 */
export const professions = [
  { id: 'Guardian', code: 1, name: ['Guardian', 'Gardien'], mark: 'M12 3.5l7 2.6v5.2c0 4.2-2.9 7.4-7 9.2-4.1-1.8-7-5-7-9.2V6.1zM12 8v7.5M8.8 11h6.4' },
  { id: 'Warrior', code: 2, name: ['Warrior', 'Guerrier'], mark: 'M4.5 4.5l11 11M19.5 4.5l-11 11M13.5 18l4.5-4.5M6 13.5l4.5 4.5M16 16l3.5 3.5M8 16l-3.5 3.5' },
  { id: 'Engineer', code: 3, name: ['Engineer', 'Ingénieur'], mark: 'M12 7.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6zM12 3v4M12 17v4M3 12h4M17 12h4M5.7 5.7l2.8 2.8M15.5 15.5l2.8 2.8M5.7 18.3l2.8-2.8M15.5 8.5l2.8-2.8' },
  { id: 'Ranger', code: 4, name: ['Ranger', 'Rôdeur'], mark: 'M5.5 18.5C4.5 9.5 9.5 4.5 19.5 4.5c0 10-5 15-14 14zM4 20l9.5-9.5M9 15v-4M9 15h4' },
  { id: 'Thief', code: 5, name: ['Thief', 'Voleur'], mark: 'M12 2.8l2.6 3.7V14H9.4V6.5zM7.5 14h9M12 14v5.5M10.5 20.5h3' },
  { id: 'Elementalist', code: 6, name: ['Elementalist', 'Élémentaliste'], mark: 'M12 3c4.2 4.6 6.2 7.6 6.2 11a6.2 6.2 0 0 1-12.4 0c0-3.4 2-6.4 6.2-11zM9 14.5a3 3 0 0 0 3 3' },
  { id: 'Mesmer', code: 7, name: ['Mesmer', 'Envoûteur'], mark: 'M12 12.5C10.5 7 6.5 4.5 3.5 5.5c0 4.5 3.5 7.5 8.5 7zM12 12.5c1.5-5.5 5.5-8 8.5-7 0 4.5-3.5 7.5-8.5 7zM12 12.5c-3.5 0-5.5 2-5.5 5.5 3.5.5 5.5-1.5 5.5-5.5zM12 12.5c3.5 0 5.5 2 5.5 5.5-3.5.5-5.5-1.5-5.5-5.5z' },
  { id: 'Necromancer', code: 8, name: ['Necromancer', 'Nécromant'], mark: 'M5.5 11.5a6.5 6.5 0 1 1 13 0v3l-2.2 1.3V19.5H7.7v-3.7L5.5 14.5zM9.5 11.2v1.1M14.5 11.2v1.1M12 16.5v3' },
  { id: 'Revenant', code: 9, name: ['Revenant', 'Revenant'], mark: 'M5 17c3.5-2.5 5-7 4.5-13.5M9.5 20.5c4.5-3.5 6.5-9 5.5-17M14.5 20.5c3.5-3 5-7.5 4.5-13' },
];

/** @param {string | number} idOrCode */
function find(idOrCode) {
  const wanted = String(idOrCode).toLowerCase();
  return professions.find(({ id, code }) => id.toLowerCase() === wanted || String(code) === wanted);
}

/** The name in the reader's language. @param {string | number} idOrCode */
export function professionName(idOrCode) {
  return find(idOrCode)?.name[locale() === 'fr' ? 1 : 0] ?? String(idOrCode);
}

/** The lower-case name that classes and tokens use: `guardian`. @param {string | number} idOrCode */
export function professionSlug(idOrCode) {
  return find(idOrCode)?.id.toLowerCase() ?? 'none';
}

/** @param {string | number} idOrCode */
export function professionMark(idOrCode) {
  return find(idOrCode)?.mark ?? '';
}

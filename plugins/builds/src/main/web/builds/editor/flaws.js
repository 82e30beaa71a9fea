import { css } from 'lit';
import { fieldError, locale } from 'wvw/ui';
import { fieldName } from '../field-names.js';

/**
 * What does not fit, by the place that the server names.
 * @typedef {Map<string, string>} Flaws JSON pointer to sentence
 */

/** The server's sentences about builds for French readers; others are shown as they came. @type {[RegExp, string][]} */
const french = [
  [/^a specialization named once/, 'une spécialisation nommée une seule fois'],
  [/^a specialization of the (\w+); (.+) belongs to the (\w+).*/, 'une spécialisation de cette profession ; $2 est à une autre ($3)'],
  [/^a core specialization: elite ones such as (.+) stand third/, 'une spécialisation de base : les élites comme $1 se placent en troisième'],
  [/^a skill named once; (.+) stands there already/, 'une compétence nommée une seule fois ; $1 y est déjà'],
  [/^a skill of the kind (\w+); (.+) is (\w+)/, 'une compétence de type $1 ; $2 est de type $3'],
  [/^(.+) needs the specialization (.+)$/, '$1 demande la spécialisation $2'],
  [/^a legend beside the first one, not the same/, 'une autre légende que la première'],
  [/^a weapon that a (\w+) wields; (.+) is none/, 'une arme que cette profession manie ; $2 n’en est pas une'],
  [/^nothing: the weapon before it takes both hands/, 'rien : l’arme précédente occupe les deux mains'],
  [/^a (\w+) holds (.+) in the second hand only/, '$2 se tient seulement dans l’autre main'],
  [/^a (\w+) does not hold (.+) in the second hand/, '$2 ne se tient pas dans cette main'],
  [/^a (\w+) does not hold (.+) under water/, '$2 ne se manie pas sous l’eau'],
  [/^an attribute combination for trinkets.*/, 'des statistiques pour bijoux'],
  [/^an attribute combination for armour and weapons.*/, 'des statistiques pour armures et armes'],
  [/^a team that you are an editor or owner of/, 'une équipe dont vous êtes éditeur ou propriétaire'],
];

/** @param {string} detail */
function said(detail) {
  if (locale() !== 'fr') return detail;
  const known = french.find(([english]) => english.test(detail));
  return known ? detail.replace(known[0], known[1]) : fieldError({ field: () => detail }, '');
}

/** @param {{pointer: string, detail: string}[]} list @returns {Flaws} */
export function flawMap(list) {
  return new Map(list.map(({ pointer, detail }) => [pointer, detail]));
}

/** The sentence about a place or anything in it; empty when it is right. @param {Flaws | undefined} flaws @param {string} at */
export function flawText(flaws, at) {
  for (const [pointer, detail] of flaws ?? []) {
    if (pointer === at || pointer.startsWith(`${at}/`)) return said(detail);
  }
  return '';
}

/** A place in the reader's words: `/equipment/pieces/3/stat` is the gloves. @param {string} pointer @param {any} draft */
export function placeName(pointer, draft) {
  const [first, second = '', third = ''] = pointer.slice(1).split('/');
  if (first === 'equipment' && second === 'pieces') return fieldName(`equipment.${draft.equipment.pieces[Number(third)]?.slot}`);
  if (first === 'equipment') return fieldName(`equipment.${second}`);
  if (first === 'template' && second === 'specializations') return fieldName(`specializations.${Number(third) + 1}`);
  if (first === 'template' && second) return fieldName(second);
  return fieldName(first === 'chat_link' ? 'template' : first);
}

/** How such a sentence looks. */
export const flawStyles = css`
  .flaw {
    color: var(--wvw-bad);
    font-size: var(--wvw-size-s);
  }
`;

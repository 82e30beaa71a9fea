import { locale, words } from 'wvw/ui';

/** What became of a fact, in the order in which it matters to builds. */
export const SORTS = ['gone', 'changed', 'renamed', 'new', 'back'];

/** The kinds of facts, as the server names them. */
export const KINDS = ['specialization', 'trait', 'skill', 'legend', 'pet', 'itemstat', 'upgrade'];

export const sortName = words({
  gone: ['gone', 'disparu'],
  changed: ['changed', 'modifié'],
  renamed: ['renamed', 'renommé'],
  new: ['new', 'nouveau'],
  back: ['back', 'revenu'],
});

export const kindName = words({
  specialization: ['specialisation', 'spécialisation'],
  trait: ['trait', 'aptitude'],
  skill: ['skill', 'compétence'],
  legend: ['legend', 'légende'],
  pet: ['pet', 'familier'],
  itemstat: ['attributes', 'statistiques'],
  upgrade: ['upgrade', 'amélioration'],
});

/** How much it matters to builds, as the colour of a tag. */
export const TONES = { gone: 'bad', changed: 'warn', renamed: 'warn', new: 'good', back: 'good' };

/** What a run told, for French readers; a sentence that is not here is shown as it came. @type {[RegExp, string][]} */
const outcomes = [
  [/^The game is still at build (.+)\.$/, 'Le jeu en est toujours au build $1.'],
  [/^The official API tells what it told before\.$/, 'L’API officielle dit la même chose qu’avant.'],
  [
    /^A new catalogue for build (\S+) of the game: (\d+) new, (\d+) renamed, (\d+) changed, (\d+) gone, (\d+) back\.$/,
    'Nouveau catalogue pour le build $1 du jeu : $2 nouveaux, $3 renommés, $4 modifiés, $5 disparus, $6 revenus.',
  ],
  [/^Another process has fetched .*$/, 'Un autre processus a récupéré le catalogue entre-temps : son édition est en vigueur.'],
  [
    /^The official API did not give (\S+): (.*)\. Nothing was changed\. Try again later\.$/,
    'L’API officielle n’a pas donné $1 ($2). Rien n’a été changé. Réessayez plus tard.',
  ],
  [
    /^The official API tells hardly any of the (\S+) that there were.*$/,
    'L’API officielle ne dit presque plus rien ($1) : elle est en réparation, ou c’est une autre API. Rien n’a été changé. Vérifiez catalogue.address et réessayez demain.',
  ],
];

/** @param {string} detail what a run told, in English */
export function outcome(detail) {
  if (locale() !== 'fr') return detail;
  const known = outcomes.find(([english]) => english.test(detail));
  return known ? detail.replace(known[0], known[1]) : detail;
}

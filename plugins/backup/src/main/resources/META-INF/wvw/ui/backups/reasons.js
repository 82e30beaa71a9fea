import { locale } from 'wvw/ui';

/** The rules of the retention in French; the server names them in English. @type {[RegExp, string][]} */
const FRENCH = [
  [/^the newest verified$/, 'la plus récente vérifiée'],
  [/^not verified$/, 'non vérifiée'],
  [/^its date is still to come$/, 'datée de l’avenir'],
  [/^last (\d+)$/, 'n° $1 des plus récentes'],
  [/^daily (.+)$/, 'du jour $1'],
  [/^weekly (.+)$/, 'de la semaine $1'],
  [/^monthly (.+)$/, 'du mois $1'],
];

/** Why a backup is kept, in the reader's words. @param {string} why */
export function reason(why) {
  const known = locale() === 'fr' && FRENCH.find(([pattern]) => pattern.test(why));
  return known ? why.replace(known[0], known[1]) : why;
}

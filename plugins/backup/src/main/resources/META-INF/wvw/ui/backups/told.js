import { number, words } from 'wvw/ui';

/** The server names sentences by codes; these are their words. */
const t = words({
  newest: ['the newest verified', 'la plus récente vérifiée'],
  unverified: ['not verified', 'non vérifiée'],
  to_come: ['its date is still to come', 'datée de l’avenir'],
  last: ['last {n}', 'n° {n} des plus récentes'],
  daily: ['daily {day}', 'du jour {day}'],
  weekly: ['weekly {week}', 'de la semaine {week}'],
  monthly: ['monthly {month}', 'du mois {month}'],
  unpacked: [
    'unpacked {bytes} bytes, whose SHA-256 are those of the manifest',
    '{bytes} octets décompressés, dont les SHA-256 sont ceux du manifeste',
  ],
  sound: [
    'the engine opens it, and its structure and foreign keys are sound',
    'le moteur l’ouvre ; sa structure et ses clés étrangères sont saines',
  ],
  schemas: [
    'schema versions of {owners} owners are those of the manifest',
    'les versions des schémas de {owners} propriétaires sont celles du manifeste',
  ],
  rows: [
    '{rows} rows in {tables} tables, as many as the manifest says',
    '{rows} lignes dans {tables} tables, autant que dit le manifeste',
  ],
  mark: ['the mark that was written just before is in it', 'la marque écrite juste avant s’y trouve'],
  nothing: [
    'The database holds nothing that anybody made: look whether data.directory or database.url is right, and restore the last backup.',
    'La base ne contient rien que quelqu’un ait fait : vérifiez data.directory ou database.url, et restaurez la dernière sauvegarde.',
  ],
  shrunk: [
    'The database holds {rows} rows, and the last backup {id} holds {before}: if that is right, make one with “gw2 backup --shrunk”; if not, restore that backup.',
    'La base contient {rows} lignes, et la dernière sauvegarde {id} en contient {before} : si c’est voulu, lancez « gw2 backup --shrunk » ; sinon, restaurez-la.',
  ],
  resized: [
    'Its file has {bytes} bytes instead of {before}: do not trust it, take another.',
    'Son fichier a {bytes} octets au lieu de {before} : ne vous y fiez pas, prenez-en une autre.',
  ],
  different: [
    'The restore drill found other {what} than the manifest promises ({promised}, found {found}): do not trust it, take another.',
    'La restauration d’essai ne correspond pas au manifeste ({what} : promis {promised}, trouvé {found}) : ne vous y fiez pas, prenez-en une autre.',
  ],
  full: [
    'The disk of {folder} has no room left: free some, or set backup.directory to a folder on another disk.',
    'Le disque de {folder} est plein : libérez de la place, ou réglez backup.directory sur un dossier d’un autre disque.',
  ],
  ended: [
    'It was ended before it was ready, because the server stops: make another.',
    'Elle a été interrompue par l’arrêt du serveur : faites-en une autre.',
  ],
});

/** A sentence in the reader's words; one without a code as it came. @param {{code: string, values: Record<string, string>}} sentence */
export function told({ code, values }) {
  if (code === 'other') return values.text;
  const shown = Object.entries(values).map(([name, value]) => [name, /^[0-9]+$/.test(value) ? number(Number(value)) : value]);
  return t(code, Object.fromEntries(shown));
}

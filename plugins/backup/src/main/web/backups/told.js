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
  read_only: [
    '{path} lies on a file system that is read-only: mount it for writing, or set backup.directory to another folder.',
    '{path} se trouve sur un système de fichiers en lecture seule : montez-le en écriture, ou réglez backup.directory sur un autre dossier.',
  ],
  forbidden: [
    'The account {account} may not work with {path}: run it as the owner of {folder}, or give that account the folder and all that is in it with chown -R.',
    'Le compte {account} n’a pas accès à {path} : lancez-le comme propriétaire de {folder}, ou donnez à ce compte le dossier et tout son contenu avec chown -R.',
  ],
  unworkable: [
    '{path} could not be worked with ({kind}): look at the folder {folder} and its disk, then try again.',
    '{path} est inutilisable ({kind}) : vérifiez le dossier {folder} et son disque, puis réessayez.',
  ],
  copied: ['copied', 'copiée'],
  copy_verified: ['copied and read back', 'copiée et relue'],
  unreachable: [
    '{endpoint} could not be used, {tries} times over ({reason}): check the network and the address. The next backup sends it too.',
    '{endpoint} inutilisable, {tries} fois de suite ({reason}) : vérifiez le réseau et l’adresse. La prochaine sauvegarde l’enverra aussi.',
  ],
  refused: [
    'backup.offsite.{name} could not {doing} at {endpoint} ({answer}): {remedy}.',
    'backup.offsite.{name} : {endpoint} a refusé l’opération « {doing} » ({answer}) : {remedy}.',
  ],
  spoilt: [
    'The copy arrived at {endpoint} as something else than what was sent, and was removed: use another storage when it happens again.',
    'La copie est arrivée altérée à {endpoint} et a été supprimée : changez de stockage si cela se reproduit.',
  ],
  stopped: [
    'The copying was stopped, because the server ends: the next backup sends it too.',
    'La copie a été interrompue par l’arrêt du serveur : la prochaine sauvegarde l’enverra aussi.',
  ],
  ended: [
    'It was ended before it was ready, because the server stops: make another.',
    'Elle a été interrompue par l’arrêt du serveur : faites-en une autre.',
  ],
});

/** What stands within a sentence: what was tried at a storage, and what helps. */
const parts = Object.entries({
  'list the copies': 'lister les copies',
  'list unfinished uploads': 'lister les envois inachevés',
  'begin an upload': 'commencer un envoi',
  upload: 'envoyer',
  'complete an upload': 'achever un envoi',
  'give up an upload': 'abandonner un envoi',
  'look for a copy': 'chercher une copie',
  'read a copy': 'lire une copie',
  'delete a copy': 'supprimer une copie',
  'it does not know the access key: correct access-key': 'clé d’accès inconnue, corrigez access-key',
  'the secret does not belong to the access key: correct the file of the secret':
    'le secret ne correspond pas à la clé d’accès, corrigez le fichier du secret',
  'the access key may not do that: give it the rights to list, read, write and delete below the prefix, and look whether key, secret and the clock of this machine are right':
    'la clé d’accès n’en a pas le droit, donnez-lui ceux de lister, lire, écrire et supprimer sous le préfixe, et vérifiez la clé, le secret et l’horloge de cette machine',
  'there is no such bucket: make it, or correct bucket': 'ce bucket n’existe pas, créez-le ou corrigez bucket',
  'the clock of this machine is wrong: set it': 'l’horloge de cette machine est fausse, réglez-la',
  'the region is another one: correct region': 'la région est une autre, corrigez region',
  'the bucket lives at another address: correct endpoint and region':
    'le bucket se trouve à une autre adresse, corrigez endpoint et region',
  'the copy is too large for it: use another storage': 'la copie est trop grande, prenez un autre stockage',
  'there is no room left: remove something, or buy more': 'il n’y a plus de place, supprimez ou agrandissez',
  'look up what that means there, and whether it speaks S3': 'cherchez ce que cela y signifie, et s’il parle S3',
});
const part = words(Object.fromEntries(parts.map(([english, french]) => [english, [english, french]])));
const known = new Set(parts.map(([english]) => english));

function shown(value) {
  if (known.has(value)) return part(value);
  return /^[0-9]+$/.test(value) ? number(Number(value)) : value;
}

/** A sentence in the reader's words; one without a code as it came. @param {{code: string, values: Record<string, string>}} sentence */
export function told({ code, values }) {
  if (code === 'other') return values.text;
  return t(code, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)])));
}

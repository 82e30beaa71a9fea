import { locale, typeset } from 'wvw/ui';

/**
 * What health checks complain of and what jobs say they did, in French, by the English that stands in the server's sources: a
 * sentence that is changed there asks for new French here, and the build says so. What stands in braces is taken over as it
 * is; `{why}` and `{outcome}` are said again. Of a third party's plugin the English is shown.
 *
 * @type {[string, string][]}
 */
const french = [
  // The database and its disk
  [
    'only {free} MiB are free on the disk of {folder}; make room for at least {wanted} MiB',
    'il ne reste que {free} Mio sur le disque de {folder} ; libérez au moins {wanted} Mio',
  ],
  [
    'the database forgot what was written; restore the newest verified backup',
    'la base a oublié ce qui a été écrit ; restaurez la dernière sauvegarde vérifiée',
  ],
  [
    'the database is too busy to write; find out what keeps it ({why})',
    'la base est trop occupée pour écrire ; cherchez ce qui la retient ({why})',
  ],
  ['the disk of the database is full; make room ({why})', 'le disque de la base est plein ; libérez de la place ({why})'],
  [
    'the database cannot be reached; start or repair it ({why})',
    'la base est injoignable ; démarrez-la ou réparez-la ({why})',
  ],
  [
    'the database refuses a simple write; see the log ({why})',
    'la base refuse une simple écriture ; voyez le journal ({why})',
  ],
  [
    "the database is damaged ({why}); stop the server, keep a copy of its data folder, and restore the newest verified backup with 'gw2 restore'",
    "la base est abîmée ({why}) ; arrêtez le serveur, gardez une copie de son dossier de données et restaurez la dernière sauvegarde vérifiée avec 'gw2 restore'",
  ],
  [
    "the disk failed ({why}); look for its errors in 'journalctl -k', and move the data to a sound one",
    "le disque a failli ({why}) ; cherchez ses erreurs avec 'journalctl -k', et déplacez les données vers un disque sain",
  ],
  [
    'too many writers wait for the database; try again in a few seconds',
    'trop d’écritures attendent la base ; réessayez dans quelques secondes',
  ],
  ["The data's disk is full: make room on it.", 'Le disque des données est plein : libérez de la place.'],
  [
    'No file can be written to {folder}: check its owner and its disk.',
    'Aucun fichier ne peut être écrit dans {folder} : vérifiez son propriétaire et son disque.',
  ],
  [
    'What was written to the database cannot be read back: check its disk.',
    'Ce qui a été écrit dans la base ne se relit pas : vérifiez son disque.',
  ],
  ['The disk of the database is full: make room on it.', 'Le disque de la base est plein : libérez de la place.'],
  [
    'The database is busy beyond its deadline: look for long writes in the log.',
    'La base est occupée au-delà du délai : cherchez de longues écritures dans le journal.',
  ],
  [
    "The database cannot be reached: check database.url and the database's own log.",
    'La base est injoignable : vérifiez database.url et le journal de la base.',
  ],
  [
    'The database refuses a simple write: see the log for the reason.',
    'La base refuse une simple écriture : le journal en donne la raison.',
  ],

  // The machine
  [
    "the clock jumped by {step}, or the machine slept; let it be kept: 'timedatectl set-ntp true'",
    "l’horloge a sauté de {step}, ou la machine a dormi ; faites-la tenir à l’heure : 'timedatectl set-ntp true'",
  ],
  [
    "PostgreSQL's clock differs from this machine's by {apart}; let both be kept: 'timedatectl set-ntp true' on each",
    "l’horloge de PostgreSQL diffère de {apart} de celle de cette machine ; faites tenir les deux à l’heure : 'timedatectl set-ntp true' sur chacune",
  ],
  [
    "Java's memory is {used} full; give the service more (MemoryMax of its unit), then restart it",
    'la mémoire de Java est pleine à {used} ; donnez-en plus au service (MemoryMax de son unité), puis redémarrez-le',
  ],
  [
    "only {free} % of the machine's memory are free; see with 'top' what uses it, or give it more",
    "il ne reste que {free} % de la mémoire de la machine ; voyez avec 'top' ce qui l’occupe, ou donnez-lui-en plus",
  ],
  [
    "the service uses {used} of the memory it may have, and is ended beyond that; raise MemoryMax with 'systemctl edit gw2-backend', then restart it",
    "le service occupe {used} de la mémoire qui lui est permise, et sera arrêté au-delà ; augmentez MemoryMax avec 'systemctl edit gw2-backend', puis redémarrez-le",
  ],
  [
    'the certificate of {name} cannot be read: {why}; correct health.certificate, or the rights on the file',
    'le certificat de {name} est illisible : {why} ; corrigez health.certificate, ou les droits sur le fichier',
  ],
  [
    "the certificate of {name} ended on {day}; renew it with 'certbot renew', then 'systemctl reload nginx'",
    "le certificat de {name} a expiré le {day} ; renouvelez-le avec 'certbot renew', puis 'systemctl reload nginx'",
  ],
  [
    "the certificate of {name} ends in {n} days, on {day}; renew it with 'certbot renew', then 'systemctl reload nginx'",
    "le certificat de {name} expire dans {n} jours, le {day} ; renouvelez-le avec 'certbot renew', puis 'systemctl reload nginx'",
  ],

  // Plugins, jobs, logs, webhooks, backups
  ['the plugin is {state}: {why}', 'le plugin est {state} : {why}'],
  ['it did not end within {time} ({setting})', 'elle n’était pas finie au bout de {time} ({setting})'],
  [
    "calls that were interrupted and do not come back: {n}, {what} the last; only a restart of the server ends them; tell the plugin's author, 'gw2 logs -w' shows where they stood",
    "appels interrompus qui ne reviennent pas : {n}, {what} le dernier ; seul un redémarrage du serveur y met fin ; prévenez l’auteur du plugin, 'gw2 logs -w' montre où ils en étaient",
  ],
  [
    "{what} took too long and was interrupted just now; interrupted since the start: {n}; tell the plugin's author, 'gw2 logs -w' shows where it stood",
    "{what} a pris trop de temps et vient d’être interrompu ; interruptions depuis le démarrage : {n} ; prévenez l’auteur du plugin, 'gw2 logs -w' montre où il en était",
  ],
  [
    "{what} took too long and was interrupted {minutes} minutes ago; interrupted since the start: {n}; tell the plugin's author, 'gw2 logs -w' shows where it stood",
    "{what} a pris trop de temps et a été interrompu il y a {minutes} minutes ; interruptions depuis le démarrage : {n} ; prévenez l’auteur du plugin, 'gw2 logs -w' montre où il en était",
  ],
  [
    "no answer within {n} seconds; see what keeps it with 'gw2 logs -e'",
    "pas de réponse en {n} secondes ; voyez ce qui le retient avec 'gw2 logs -e'",
  ],
  [
    'plugins without a signature may run, since plugins.unsigned is "allow": {names}. Sign them with \'gw2 plugins sign\', and take the setting away',
    'des plugins sans signature peuvent tourner, car plugins.unsigned vaut « allow » : {names}. Signez-les avec \'gw2 plugins sign\' et retirez ce réglage',
  ],
  [
    "{job} {outcome}: {why}; mend that and run it with 'gw2 jobs run {same}'",
    "{job} {outcome} : {why} ; réparez cela, puis lancez-la avec 'gw2 jobs run {same}'",
  ],
  [
    "{job} {outcome}; mend that and run it with 'gw2 jobs run {same}'",
    "{job} {outcome} ; réparez cela, puis lancez-la avec 'gw2 jobs run {same}'",
  ],
  ['failed', 'a échoué'],
  ['lost', 's’est perdue'],
  [
    "{job} did not run when it was due; see the log for the reason, and start it with 'gw2 jobs run {same}'",
    "{job} n’a pas tourné à l’heure prévue ; le journal en donne la raison ; lancez-la avec 'gw2 jobs run {same}'",
  ],
  [
    'jobs do not run, because {why}; mend that and restart the server',
    'les tâches ne tournent pas : {why} ; réparez cela et redémarrez le serveur',
  ],
  ["and {n} more, see 'gw2 jobs list'", "et {n} de plus : voyez 'gw2 jobs list'"],
  [
    "The logs raise an alert: {rules}. See 'gw2 logs -e' for what happened.",
    "Les journaux donnent l’alerte : {rules}. Voyez avec 'gw2 logs -e' ce qui s’est passé.",
  ],
  [
    'This server cannot read {n} of the webhooks, their deliveries wait: give all servers the same webhooks.key-file, or delete those webhooks and make them anew.',
    'Ce serveur ne peut pas lire tous les webhooks ({n}), leurs envois attendent : donnez le même webhooks.key-file à tous les serveurs, ou supprimez ces webhooks et refaites-les.',
  ],
  [
    'Webhooks were stopped because they failed for long or their receiver is gone: {names}. Look at their deliveries, mend the receiver, then resume or delete them.',
    'Des webhooks ont été arrêtés, car ils échouaient depuis longtemps ou leur destinataire n’existe plus : {names}. Regardez leurs envois, réparez le destinataire, puis reprenez-les ou supprimez-les.',
  ],
  [
    'A restore was refused, and the database is the one from before: {why}.',
    'Une restauration a été refusée, et la base est celle d’avant : {why}.',
  ],
  [
    "The newest backup was not copied to {place}: {why}. Then 'gw2 backup'.",
    "La dernière sauvegarde n’a pas été copiée vers {place} : {why}. Ensuite 'gw2 backup'.",
  ],
  [
    "The last scheduled backup failed: {why}. Then 'gw2 backup'.",
    "La dernière sauvegarde planifiée a échoué : {why}. Ensuite 'gw2 backup'.",
  ],
  [
    "The backup that was due at {when} was not made: see 'gw2 jobs' and make one with 'gw2 backup'.",
    "La sauvegarde prévue à {when} n’a pas été faite : voyez 'gw2 jobs' et faites-en une avec 'gw2 backup'.",
  ],
  [
    'The catalogue is empty. Install this version of WvW Builder again.',
    'Le catalogue est vide. Installez de nouveau cette version de WvW Builder.',
  ],
  [
    "The catalogue's checksum is wrong. Install this version of WvW Builder again.",
    'La somme de contrôle du catalogue est fausse. Installez de nouveau cette version de WvW Builder.',
  ],

  // What jobs did
  ['sound, read in {n} ms', 'saine, lue en {n} ms'],
  ['done in {n} ms', 'fait en {n} ms'],
  ['gave {given} KiB back, {left} KiB are left', '{given} Kio rendus, {left} Kio restent'],
  ['nothing done: {why}', 'rien n’a été fait : {why}'],
  [
    'this file was made without incremental vacuum and is too large to be rewritten beside the server; stop the server once and run: {command}',
    'ce fichier a été créé sans nettoyage incrémental et il est trop grand pour être réécrit à côté du serveur ; arrêtez le serveur une fois et lancez : {command}',
  ],
  ['{sessions} sessions and {tokens} refresh tokens deleted', 'supprimés : {sessions} sessions, {tokens} jetons de renouvellement'],
  ['{counters} counters deleted, {devices} devices forgotten', 'compteurs supprimés : {counters} ; appareils oubliés : {devices}'],
  ['{lines} lines older than {days} days deleted', 'lignes supprimées : {lines} (de plus de {days} jours)'],
  [
    '{tokens} personal access tokens and {challenges} challenges and {returns} returns and {links} links for a new password deleted',
    'supprimés : {tokens} jetons personnels, {challenges} défis, {returns} retours, {links} liens pour un nouveau mot de passe',
  ],
  ['{id}: {bytes} bytes, verified by a restore drill', '{id} : {bytes} octets, vérifiée par un essai de restauration'],
  ['The game is still at build {build}.', 'Le jeu en est toujours à la version {build}.'],
  ['The official API tells what it told before.', 'L’API officielle dit ce qu’elle disait déjà.'],
  [
    'Another process has fetched the catalogue meanwhile: its edition is in force.',
    'Un autre processus a récupéré le catalogue entre-temps : son édition est en vigueur.',
  ],
  [
    'A new catalogue for build {build} of the game: {fresh} new, {renamed} renamed, {changed} changed, {gone} gone, {back} back.',
    'Un nouveau catalogue pour la version {build} du jeu : {fresh} nouveautés, {renamed} renommés, {changed} modifiés, {gone} disparus, {back} revenus.',
  ],
  [
    'The catalogue of {version} is intact. {checked} builds checked, {marked} of them need a review.',
    'Le catalogue de {version} est intact. Builds vérifiés : {checked}, dont à revoir : {marked}.',
  ],
  [
    '{n} builds that were deleted more than {days} days ago are gone',
    'builds effacés pour de bon : {n} (supprimés depuis plus de {days} jours)',
  ],
  ['forgot {n} activities', 'activités oubliées : {n}'],
  ['deleted one delivery', 'un envoi supprimé'],
  ['deleted {n} deliveries', 'envois supprimés : {n}'],
];

const SAID_AGAIN = new Set(['why', 'outcome']);

const HOLE = /\{(\w+)\}/;

/** Where one complaint about a job ends and the next begins. */
const BETWEEN_JOBS = /(?<='); (?=[a-z-]+\/|and \d)/;

/** @type {{pattern: RegExp, names: string[], text: string}[] | undefined} */
let sentences;

/** Made when a French page first asks: others need none of it. */
function patterns() {
  sentences ??= french.map(([english, text]) => {
    const parts = english.split(HOLE);
    const names = parts.filter((part, at) => at % 2);
    const fixed = parts.filter((part, at) => at % 2 === 0).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return { pattern: new RegExp(`^${fixed.join('(.+?)')}$`, 's'), names, text };
  });
  return sentences;
}

/** @param {string} reason one sentence of the server's @returns {string} */
function said(reason) {
  for (const { pattern, names, text } of patterns()) {
    const values = pattern.exec(reason)?.slice(1);
    if (!values) continue;
    const known = new Map(names.map((name, at) => [name, SAID_AGAIN.has(name) ? inWords(values[at]) : values[at]]));
    return typeset(text).replace(/\{(\w+)\}/g, (hole, name) => known.get(name) ?? hole);
  }
  return reason;
}

/**
 * A reason of a health check, or what a job says that it did, in the reader's language where that is known.
 *
 * @param {string} reason as the server tells it
 * @returns {string}
 */
export function inWords(reason) {
  return locale() === 'fr' ? reason.split(BETWEEN_JOBS).map(said).join(' ; ') : reason;
}

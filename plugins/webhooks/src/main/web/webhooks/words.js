import { locale, words } from 'wvw/ui';

const names = {
  'account-changed': ['Accounts made, changed, deleted', 'Comptes créés, modifiés, supprimés'],
  'build-deleted': ['Builds deleted', 'Builds supprimés'],
  'build-saved': ['Builds saved', 'Builds enregistrés'],
  'composition-saved': ['Compositions saved', 'Compositions enregistrées'],
  'log-alert': ['Alerts of the logs', 'Alertes des journaux'],
  'backup-made': ['Backups made', 'Sauvegardes faites'],
  'backup-failed': ['Backups that failed', 'Sauvegardes échouées'],
  ping: ['Trial', 'Essai'],
  '*': ['Everything, also what joins later', 'Tout, y compris ce qui s’ajoutera'],
};

const known = words(names);

/** A type of event in the reader's words; one that is new shows its name. @param {string} type */
export function eventName(type) {
  return Object.hasOwn(names, type) ? known(type) : type.replaceAll('-', ' ');
}

/** What the server notes in English about an attempt or a stop. @type {[RegExp, string][]} */
const french = [
  [/^Delivered\.$/, 'Livré.'],
  [/^Given up: the webhook was stopped\.$/, 'Abandonné : le webhook a été arrêté.'],
  [/^Redirects are not followed: .*/, 'Les redirections ne sont pas suivies : donnez la véritable adresse du destinataire.'],
  [/^The receiver answered (\d+)\.$/, 'Le destinataire a répondu $1.'],
  [
    /^The server can no longer read .*/,
    'Le serveur ne peut plus lire l’adresse ou le secret du webhook : supprimez-le, puis créez-le de nouveau.',
  ],
  [
    /^The receiver says that it is gone\. .*/,
    'Le destinataire dit qu’il n’existe plus. Recréez-le, donnez son adresse, puis reprenez.',
  ],
  [/^Not delivered: no answer within (\d+) s\.$/, 'Non livré : pas de réponse en $1 s.'],
  [/^Not delivered: (.*)/, 'Non livré : $1'],
  [/^Not sent: what is expected is .*/, 'Non envoyé : l’adresse n’est plus acceptée. Donnez-en une autre.'],
];

const DAY = /^Every attempt of a day failed; the last: (.*) Mend the receiver, then resume the webhook\.$/;

/** The server's sentence in the reader's words; one that is new is shown as it came. @param {string} text */
export function said(text) {
  if (locale() !== 'fr') return text;
  const [, last] = DAY.exec(text) ?? [];
  if (last) return `Tous les essais d’une journée ont échoué ; le dernier : ${said(last)} Réparez le destinataire, puis reprenez le webhook.`;
  const found = french.find(([pattern]) => pattern.test(text));
  return found ? text.replace(found[0], found[1]) : text;
}

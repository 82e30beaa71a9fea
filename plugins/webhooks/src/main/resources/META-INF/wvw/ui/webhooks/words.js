import { words } from 'wvw/ui';

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

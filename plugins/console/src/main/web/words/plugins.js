import { locale, words } from 'wvw/ui';

/** What the plugins of this distribution are called in French; of a third party's the title is shown as it is. */
const french = {
  auth: 'Comptes',
  backup: 'Sauvegardes',
  builds: 'Builds',
  console: 'Console web',
  dashboard: 'Tableau de bord',
  health: 'Santé',
  loadtest: 'Test de charge',
  'log-monitor': 'Journaux',
  squads: 'Escouades',
  webhooks: 'Webhooks',
};

const t = words({
  backup: ['Newest verified backup', 'Dernière sauvegarde vérifiée'],
  calls: ['calls', 'appels'],
  catalogue: ['Catalogue of the game', 'Catalogue du jeu'],
  certificate: ['Certificate', 'Certificat'],
  clock: ['Clock', 'Horloge'],
  database: ['Database', 'Base de données'],
  disk: ['Disk', 'Disque'],
  'game-keys': ['Keys of the game', 'Clés du jeu'],
  integrity: ['Integrity of the database', 'Intégrité de la base'],
  jobs: ['Jobs', 'Tâches'],
  logs: ['Logs', 'Journaux'],
  memory: ['Memory', 'Mémoire'],
  signatures: ['Signatures of plugins', 'Signatures des plugins'],
  'signing-key': ['Signing key', 'Clé de signature'],
  webhooks: ['Webhooks', 'Webhooks'],
});

const CHECKS =
  'backup catalogue certificate clock database disk game-keys integrity jobs logs memory signatures signing-key webhooks'.split(' ');

/** @param {{id: string, title: string}} plugin */
export function pluginTitle({ id, title }) {
  return (locale() === 'fr' && french[id]) || title;
}

/** A health check in words, with its plugin where only that tells what it is. @param {{plugin: string, name: string}} check */
export function checkName({ plugin, name }) {
  if (name === 'calls') return `${plugin} · ${t('calls')}`;
  return CHECKS.includes(name) ? t(name) : `${plugin} · ${name}`;
}

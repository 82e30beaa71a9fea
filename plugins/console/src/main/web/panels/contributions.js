import { words } from 'wvw/ui';

const t = words({
  resource: ['{n} resource|{n} resources', '{n} ressource|{n} ressources'],
  job: ['{n} job|{n} jobs', '{n} tâche|{n} tâches'],
  check: ['{n} health check|{n} health checks', '{n} contrôle|{n} contrôles'],
  command: ['{n} command|{n} commands', '{n} commande|{n} commandes'],
  gauge: ['{n} gauge|{n} gauges', '{n} mesure|{n} mesures'],
  panel: ['{n} panel|{n} panels', '{n} panneau|{n} panneaux'],
  site: ['the web site', 'le site web'],
  authentication: ['signing in', 'la connexion'],
  offer: ['{n} offer|{n} offers', '{n} service offert|{n} services offerts'],
  subscription: ['{n} subscription|{n} subscriptions', '{n} abonnement|{n} abonnements'],
});

const KINDS = ['resource', 'job', 'check', 'command', 'gauge', 'panel', 'site', 'authentication', 'offer', 'subscription'];

/** How many of a kind a plugin adds, in words; kinds that are newer than this console come as they are. */
export function contributed(kind, n) {
  return KINDS.includes(kind) ? t(kind, { n }) : `${n} × ${kind}`;
}

import { words } from 'wvw/ui';

/** The texts of the list of squads. */
export const t = words({
  add: ['New squad', 'Nouvelle escouade'],
  search: ['Search by name', 'Chercher par nom'],
  tag: ['Tag', 'Étiquette'],
  any: ['Any', 'Toutes'],
  whose: ['Whose squads', 'À qui'],
  mine: ['Mine', 'Les miennes'],
  templates: ['Templates', 'Modèles'],
  none: ['No squads yet', 'Pas encore d’escouade'],
  noneText: [
    'Three steps lead to the first one: make a team to share with, make a roster of who could come, and have it solved.',
    'Trois étapes mènent à la première : créez une équipe, créez l’effectif de ceux qui pourraient venir, puis faites résoudre.',
  ],
  visitor: ['No public squads', 'Aucune escouade publique'],
  visitorText: ['Sign in to see those of your guild.', 'Connectez-vous pour voir celles de votre guilde.'],
  signIn: ['Sign in', 'Se connecter'],
  nothing: ['Nothing fits', 'Rien ne correspond'],
  nothingText: ['No squad fits these filters.', 'Aucune escouade ne correspond à ces filtres.'],
  clear: ['Clear the filters', 'Effacer les filtres'],
  by: ['by {name}', 'par {name}'],
  stepTeam: ['Make a team', 'Créer une équipe'],
  stepTeamText: ['Who shares rosters and squads.', 'Qui partage effectifs et escouades.'],
  stepRoster: ['Make a roster', 'Créer un effectif'],
  stepRosterText: ['Paste the names, say what they play.', 'Collez les noms, dites ce qu’ils jouent.'],
  stepSolve: ['Solve the squad', 'Résoudre l’escouade'],
  stepSolveText: ['Subgroups that work, in a second.', 'Des sous-groupes qui marchent, en une seconde.'],
  done: ['done', 'fait'],
});

import { words } from 'wvw/ui';

/** The texts of a roster's page. */
export const t = words({
  list: ['All rosters', 'Tous les effectifs'],
  paste: ['Paste names', 'Coller des noms'],
  add: ['Add a player', 'Ajouter un joueur'],
  solve: ['Solve a squad', 'Résoudre une escouade'],
  rename: ['Rename', 'Renommer'],
  delete: ['Delete', 'Supprimer'],
  askDelete: ['Delete “{name}”?', 'Supprimer « {name} » ?'],
  askDeleteText: [
    'The roster goes for everybody who sees it. This cannot be undone.',
    'L’effectif disparaît pour tous ceux qui le voient. C’est irréversible.',
  ],
  deleted: ['“{name}” was deleted', '« {name} » est supprimé'],
  here: ['{n} of {of} here tonight|{n} of {of} here tonight', '{n} présent ce soir sur {of}|{n} présents ce soir sur {of}'],
  isHere: ['Here', 'Présent'],
  isAway: ['Away', 'Absent'],
  tonight: ['{player} tonight:', '{player} ce soir :'],
  allHere: ['Everybody is here', 'Tous présents'],
  noneHere: ['Nobody is here', 'Personne'],
  none: ['Nobody on it yet', 'Encore personne'],
  noneText: [
    'Paste the names from a chat or a sign-up sheet: one a line, or separated by commas.',
    'Collez les noms d’un chat ou d’une feuille d’inscription : un par ligne, ou séparés par des virgules.',
  ],
  noBuild: ['plays nothing yet', 'ne joue rien encore'],
  search: ['Find a player', 'Trouver un joueur'],
  edit: ['Edit {player}', 'Modifier {player}'],
  team: ['Team', 'Équipe'],
  teamHelp: ['Its members see the roster, its editors change it.', 'Ses membres le voient, ses éditeurs le modifient.'],
  missing: ['This roster is not here', 'Cet effectif n’est pas ici'],
  stale: [
    'Somebody changed the roster meanwhile: it was read again. Repeat your change.',
    'Quelqu’un a modifié l’effectif entre-temps : il a été relu. Refaites votre modification.',
  ],
});

import { words } from 'wvw/ui';

/** The texts that several parts of the builds pages share. */
export const t = words({
  builds: ['Builds', 'Builds'],
  private: ['Private', 'Privé'],
  team: ['Team', 'Équipe'],
  public: ['Public', 'Public'],
  privateHelp: ['Only you see it.', 'Vous seul le voyez.'],
  publicHelp: ['Everybody who reaches this server sees it.', 'Tous ceux qui accèdent à ce serveur le voient.'],
  visibility: ['Who sees it', 'Qui le voit'],
  name: ['Name', 'Nom'],
  role: ['Role', 'Rôle'],
  noRole: ['No role', 'Aucun rôle'],
  tags: ['Tags', 'Étiquettes'],
  tagsHelp: ['Type a word and press Enter.', 'Saisissez un mot, puis Entrée.'],
  notes: ['Notes', 'Notes'],
  notesHelp: ['Markdown: **bold**, - list, [text](https://…)', 'Markdown : **gras**, - liste, [texte](https://…)'],
  preview: ['Preview', 'Aperçu'],
  noPreview: ['Hide the preview', 'Masquer l’aperçu'],
  teamHelp: ['The members of one of your teams see it.', 'Les membres d’une de vos équipes le voient.'],
  elite: ['Elite', 'Élite'],
  empty: ['Empty', 'Vide'],
  review: ['Needs a review', 'À revoir'],
  unknown: ['Unknown ({id})', 'Inconnu ({id})'],
});

/** The roles of a squad, by the words that the server keeps. */
const roleWords = words({
  'primary support': ['Primary support', 'Soutien principal'],
  'secondary support': ['Secondary support', 'Soutien secondaire'],
  'boon dps': ['Boon DPS', 'DPS à avantages'],
  strip: ['Strip', 'Retrait d’avantages'],
  'melee dps': ['Melee DPS', 'DPS de mêlée'],
  'ranged dps': ['Ranged DPS', 'DPS à distance'],
  healer: ['Healer', 'Soigneur'],
  roamer: ['Roamer', 'Éclaireur'],
  commander: ['Commander', 'Commandant'],
});

export const roles = [
  'primary support',
  'secondary support',
  'healer',
  'boon dps',
  'strip',
  'melee dps',
  'ranged dps',
  'roamer',
  'commander',
];

/** A role in the reader's language; one that only the guild knows stays as it is. @param {string} role */
export function roleName(role) {
  return roles.includes(role.toLowerCase()) ? roleWords(role.toLowerCase()) : role;
}

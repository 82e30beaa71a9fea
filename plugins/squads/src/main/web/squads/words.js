import { locale, words } from 'wvw/ui';

/** What builds give, in full. */
const names = words({
  stability: ['Stability', 'Stabilité'],
  resistance: ['Resistance', 'Résistance'],
  aegis: ['Aegis', 'Égide'],
  protection: ['Protection', 'Protection'],
  might: ['Might', 'Pouvoir'],
  fury: ['Fury', 'Fureur'],
  quickness: ['Quickness', 'Célérité'],
  alacrity: ['Alacrity', 'Alacrité'],
  regeneration: ['Regeneration', 'Régénération'],
  resolution: ['Resolution', 'Détermination'],
  swiftness: ['Swiftness', 'Rapidité'],
  vigor: ['Vigor', 'Vigueur'],
  cleanse: ['Cleanse', 'Purge'],
  heal: ['Healing', 'Soins'],
  barrier: ['Barrier', 'Barrière'],
  strip: ['Strip', 'Retrait d’avantages'],
  cc: ['Crowd control', 'Contrôle'],
  superspeed: ['Superspeed', 'Supervitesse'],
  stealth: ['Stealth', 'Furtivité'],
  ranged_damage: ['Ranged damage', 'Dégâts à distance'],
  melee_damage: ['Melee damage', 'Dégâts de mêlée'],
  mobility: ['Mobility', 'Mobilité'],
});

/** The same for narrow places. */
const marks = words({
  stability: ['Stab', 'Stab'],
  resistance: ['Resi', 'Résis'],
  aegis: ['Aegis', 'Égide'],
  protection: ['Prot', 'Prot'],
  might: ['Might', 'Pouv'],
  fury: ['Fury', 'Fur'],
  quickness: ['Quick', 'Célér'],
  alacrity: ['Alac', 'Alac'],
  regeneration: ['Regen', 'Régén'],
  resolution: ['Resol', 'Déter'],
  swiftness: ['Swift', 'Rapid'],
  vigor: ['Vigor', 'Vig'],
  cleanse: ['Clean', 'Purge'],
  heal: ['Heal', 'Soins'],
  barrier: ['Barr', 'Barr'],
  strip: ['Strip', 'Retr'],
  cc: ['CC', 'Contr'],
  superspeed: ['Super', 'Super'],
  stealth: ['Stea', 'Furt'],
  ranged_damage: ['Range', 'Dist'],
  melee_damage: ['Melee', 'Mêlée'],
  mobility: ['Mobil', 'Mobil'],
});

const roleNames = words({
  'primary-support': ['Primary support', 'Soutien principal'],
  'secondary-support': ['Secondary support', 'Soutien secondaire'],
  healer: ['Healer', 'Soigneur'],
  'boon-dps': ['Boon DPS', 'DPS à avantages'],
  strip: ['Strip', 'Retrait d’avantages'],
  'dps-melee': ['Melee DPS', 'DPS de mêlée'],
  'dps-ranged': ['Ranged DPS', 'DPS à distance'],
  roamer: ['Roamer', 'Éclaireur'],
});

/** Every capability, in the order in which people ask for them. */
export const capabilities = [
  'stability',
  'resistance',
  'aegis',
  'protection',
  'might',
  'fury',
  'quickness',
  'alacrity',
  'regeneration',
  'resolution',
  'swiftness',
  'vigor',
  'cleanse',
  'heal',
  'barrier',
  'strip',
  'cc',
  'superspeed',
  'stealth',
  'ranged_damage',
  'melee_damage',
  'mobility',
];

/** Every role that the shipped archetypes have. */
export const roles = [
  'primary-support',
  'secondary-support',
  'healer',
  'boon-dps',
  'strip',
  'dps-melee',
  'dps-ranged',
  'roamer',
];

/** @param {string} capability @returns {string} in the reader's language */
export function capabilityName(capability) {
  return capabilities.includes(capability) ? names(capability) : capability;
}

/** @param {string} capability @returns {string} five letters at most */
export function capabilityMark(capability) {
  return capabilities.includes(capability) ? marks(capability) : capability.slice(0, 5);
}

/** @param {string} role @returns {string} in the reader's language; one that only the guild knows stays as it is */
export function roleName(role) {
  return roles.includes(role) ? roleNames(role) : role;
}

/** @param {{title: string, title_fr: string}} set */
export function ruleSetTitle(set) {
  return locale() === 'fr' ? set.title_fr : set.title;
}

/** The texts that several parts share. */
export const t = words({
  squads: ['Squads', 'Escouades'],
  rosters: ['Rosters', 'Effectifs'],
  teams: ['Teams', 'Équipes'],
  judgements: ['What builds give', 'Ce qu’apportent les builds'],
  private: ['Private', 'Privée'],
  team: ['Team', 'Équipe'],
  public: ['Public', 'Publique'],
  subgroup: ['Subgroup {n}', 'Sous-groupe {n}'],
  bench: ['Bench', 'Banc'],
  save: ['Save', 'Enregistrer'],
  saved: ['Saved', 'Enregistré'],
  cancel: ['Cancel', 'Annuler'],
  close: ['Close', 'Fermer'],
  players: ['{n} player|{n} players', '{n} joueur|{n} joueurs'],
  name: ['Name', 'Nom'],
  notes: ['Notes', 'Notes'],
  tags: ['Tags', 'Étiquettes'],
  ruleSet: ['Rules', 'Règles'],
  visibility: ['Who sees it', 'Qui la voit'],
  noTeam: ['No team', 'Aucune équipe'],
  template: ['Template', 'Modèle'],
  undo: ['Undo', 'Annuler l’action'],
  notSaved: ['Nothing was saved: {why}', 'Rien n’a été enregistré : {why}'],
});

import { words } from 'wvw/ui';

/** The slots of gear, in the order and by the names that the server keeps. */
export const ARMOUR = ['helm', 'shoulders', 'coat', 'gloves', 'leggings', 'boots'];
export const TRINKETS = ['back', 'amulet', 'accessory_1', 'accessory_2', 'ring_1', 'ring_2'];
export const WEAPONS = ['weapon_a1', 'weapon_a2', 'weapon_b1', 'weapon_b2'];
export const WATER = ['aquatic_helm', 'aquatic_weapon_a', 'aquatic_weapon_b'];
export const SLOTS = [...ARMOUR, ...TRINKETS, ...WEAPONS, ...WATER];

export const slotName = words({
  helm: ['Helm', 'Casque'],
  shoulders: ['Shoulders', 'Épaules'],
  coat: ['Chest', 'Torse'],
  gloves: ['Gloves', 'Gants'],
  leggings: ['Leggings', 'Jambières'],
  boots: ['Boots', 'Bottes'],
  aquatic_helm: ['Breather', 'Respirateur'],
  back: ['Back', 'Dos'],
  amulet: ['Amulet', 'Amulette'],
  accessory_1: ['Accessory 1', 'Accessoire 1'],
  accessory_2: ['Accessory 2', 'Accessoire 2'],
  ring_1: ['Ring 1', 'Anneau 1'],
  ring_2: ['Ring 2', 'Anneau 2'],
  weapon_a1: ['Set 1, main hand', 'Jeu 1, main droite'],
  weapon_a2: ['Set 1, off hand', 'Jeu 1, main gauche'],
  weapon_b1: ['Set 2, main hand', 'Jeu 2, main droite'],
  weapon_b2: ['Set 2, off hand', 'Jeu 2, main gauche'],
  aquatic_weapon_a: ['Aquatic set 1', 'Jeu aquatique 1'],
  aquatic_weapon_b: ['Aquatic set 2', 'Jeu aquatique 2'],
});

export const gearWords = words({
  gear: ['Gear', 'Équipement'],
  armour: ['Armour', 'Armure'],
  trinkets: ['Trinkets', 'Bijoux'],
  weapons: ['Weapons', 'Armes'],
  water: ['Under water', 'Sous l’eau'],
  relic: ['Relic', 'Relique'],
  food: ['Food', 'Nourriture'],
  utility: ['Utility item', 'Objet utilitaire'],
  consumables: ['Relic and food', 'Relique et nourriture'],
  rune: ['Rune', 'Rune'],
  sigil: ['Sigil', 'Cachet'],
  infusion: ['Infusion', 'Infusion'],
  prefix: ['Attributes', 'Statistiques'],
  weapon: ['Weapon', 'Arme'],
});

/** Weapon types in the reader's language; the server names them in English. */
const weaponWords = words({
  Axe: ['Axe', 'Hache'],
  Dagger: ['Dagger', 'Dague'],
  Mace: ['Mace', 'Masse'],
  Pistol: ['Pistol', 'Pistolet'],
  Scepter: ['Scepter', 'Sceptre'],
  Sword: ['Sword', 'Épée'],
  Focus: ['Focus', 'Focus'],
  Shield: ['Shield', 'Bouclier'],
  Torch: ['Torch', 'Torche'],
  Warhorn: ['Warhorn', 'Cor de guerre'],
  Greatsword: ['Greatsword', 'Espadon'],
  Hammer: ['Hammer', 'Marteau'],
  Longbow: ['Longbow', 'Arc long'],
  Rifle: ['Rifle', 'Fusil'],
  Shortbow: ['Short bow', 'Arc court'],
  Staff: ['Staff', 'Bâton'],
  Spear: ['Spear', 'Lance'],
  Speargun: ['Harpoon gun', 'Fusil-harpon'],
  Trident: ['Trident', 'Trident'],
});

const KNOWN = new Set(
  'Axe Dagger Mace Pistol Scepter Sword Focus Shield Torch Warhorn Greatsword Hammer Longbow Rifle Shortbow Staff Spear Speargun Trident'.split(' '),
);

/** A weapon type in the reader's language; one that this page does not know stays as it is. @param {string} type */
export function weaponName(type) {
  return KNOWN.has(type) ? weaponWords(type) : type;
}

import { words } from 'wvw/ui';
import { gearWords, SLOTS, slotName } from './gear-words.js';

const t = words({
  name: ['Name', 'Nom'],
  specializations: ['Specialisation {n}', 'Spécialisation {n}'],
  terrestrial: ['Skills on land', 'Compétences sur terre'],
  aquatic: ['Skills under water', 'Compétences sous l’eau'],
  pets: ['Pets', 'Familiers'],
  legends: ['Legends', 'Légendes'],
  weapons: ['Weapons', 'Armes'],
  game_mode: ['Game mode', 'Mode de jeu'],
  role: ['Role', 'Rôle'],
  tags: ['Tags', 'Étiquettes'],
  notes: ['Notes', 'Notes'],
  visibility: ['Who sees it', 'Qui le voit'],
  team_id: ['Team', 'Équipe'],
  template: ['Template', 'Modèle'],
  equipment: ['Gear', 'Équipement'],
});

const OWN = ['name', 'terrestrial', 'aquatic', 'weapons', 'game_mode', 'role', 'tags', 'notes', 'visibility', 'team_id', 'template', 'equipment'];

/** A field of a build in words, as the history names it: `specializations.2`, `equipment.helm`. @param {string} field */
export function fieldName(field) {
  const [first, second = ''] = field.split('.');
  if (first === 'equipment' && SLOTS.includes(second)) return slotName(second);
  if (first === 'equipment' && ['relic', 'food', 'utility'].includes(second)) return gearWords(second);
  if (first === 'specializations') return t('specializations', { n: second });
  if (first === 'pets') return t('pets');
  if (first === 'legends') return t('legends');
  return OWN.includes(first) ? t(first) : field;
}

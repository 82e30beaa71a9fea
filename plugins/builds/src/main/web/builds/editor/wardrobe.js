import { facts } from '../facts.js';
import { ARMOUR, SLOTS, TRINKETS, WATER, WEAPONS } from '../gear-words.js';

/** Rules of gear that the editor must know before the server is asked: which slot holds what, and how much of it. */

const HANDS = { weapon_a1: 'first', weapon_b1: 'first', weapon_a2: 'second', weapon_b2: 'second' };

/** @param {string} slot */
export const holdsWeapon = (slot) => WEAPONS.includes(slot) || slot.startsWith('aquatic_weapon');

/** @param {string} slot */
export const statSource = (slot) => `itemstats?type=${TRINKETS.includes(slot) ? 'trinket' : 'armor'}`;

/** The weapons that a profession may hold in a slot. @param {any} profession as the server tells it @param {string} slot */
export function weaponsFor(profession, slot) {
  const wanted = slot.startsWith('aquatic')
    ? (hands, type) => ['Spear', 'Trident', 'Speargun'].includes(type) && (hands.includes('Aquatic') || hands.includes('TwoHand'))
    : HANDS[slot] === 'second'
      ? (hands) => hands.includes('Offhand')
      : (hands, type) => hands.includes('Mainhand') || (hands.includes('TwoHand') && !['Trident', 'Speargun'].includes(type));
  return (profession?.weapons ?? []).filter(({ hands, type }) => wanted(hands, type)).map(({ type }) => type);
}

/** @param {any} profession @param {string | null | undefined} weapon */
export function twoHanded(profession, weapon) {
  const known = (profession?.weapons ?? []).find(({ type }) => type === weapon);
  return Boolean(known && !known.hands.includes('Mainhand') && !known.hands.includes('Offhand'));
}

/** How many runes or sigils a slot takes. @param {string} slot @param {boolean} both whether its weapon takes both hands */
export function upgradeRoom(slot, both) {
  if (TRINKETS.includes(slot)) return 0;
  return holdsWeapon(slot) && both ? 2 : 1;
}

/** How many infusions a slot takes. @param {string} slot @param {boolean} both */
export function infusionRoom(slot, both) {
  if (slot === 'amulet') return 0;
  if (slot.startsWith('ring')) return 3;
  if (slot === 'back') return 2;
  return both ? 2 : 1;
}

/** Replaces a piece; one that holds nothing goes. @param {any} equipment @param {any} piece */
export function withPiece(equipment, piece) {
  const others = equipment.pieces.filter(({ slot }) => slot !== piece.slot);
  const empty = !piece.weapon && !piece.stat && !piece.upgrades.length && !piece.infusions.length;
  const pieces = empty || (holdsWeapon(piece.slot) && !piece.weapon) ? others : [...others, piece];
  return { ...equipment, pieces: pieces.sort((one, other) => SLOTS.indexOf(one.slot) - SLOTS.indexOf(other.slot)) };
}

/** @param {any} equipment @param {string} slot */
export function pieceOf(equipment, slot) {
  return equipment.pieces.find((piece) => piece.slot === slot) ?? { slot, weapon: null, stat: null, upgrades: [], infusions: [] };
}

/**
 * What changes with the gear: a link holds the types of the weapons, so the template follows them.
 *
 * @param {import('./draft.js').Draft} draft @param {any} equipment @param {any[]} known the weapon types with their ids
 */
export function armed(draft, equipment, known) {
  const types = (gear) => [...new Set(gear.pieces.map(({ weapon }) => weapon).filter(Boolean))].sort();
  const wanted = types(equipment);
  if (wanted.join() === types(draft.equipment).join()) return { equipment };
  const weapons = known.filter(({ id, name }) => id && wanted.includes(name)).map(({ id, name }) => ({ id, name }));
  return { equipment, template: { ...draft.template, legacy: false, weapons }, link: null };
}

/** The attribute combinations by name: one name has an id for armour and weapons and another for trinkets. */
export async function prefixes() {
  const [armour, trinkets] = await Promise.all([facts('itemstats?type=armor'), facts('itemstats?type=trinket')]);
  const other = new Map(trinkets.map(({ id, name }) => [name, id]));
  return armour
    .filter(({ name }) => other.has(name))
    .map(({ id, name }) => ({ id, name, trinket: other.get(name) }))
    .sort((one, two) => one.name.localeCompare(two.name));
}

/** One combination in every slot that can hold it. @param {any} equipment @param {{id: number, trinket: number} | null} prefix */
export function everywhere(equipment, prefix) {
  const slots = [...ARMOUR, ...TRINKETS, ...[...WEAPONS, ...WATER].filter((slot) => slot === 'aquatic_helm' || pieceOf(equipment, slot).weapon)];
  return slots.reduce((all, slot) => {
    const stat = prefix && (TRINKETS.includes(slot) ? prefix.trinket : prefix.id);
    return withPiece(all, { ...pieceOf(all, slot), stat: stat ?? null });
  }, equipment);
}

/** One rune in every piece of armour. @param {any} equipment @param {number | null} rune */
export function runesEverywhere(equipment, rune) {
  return [...ARMOUR, 'aquatic_helm'].reduce(
    (all, slot) => withPiece(all, { ...pieceOf(all, slot), upgrades: rune ? [rune] : [] }),
    equipment,
  );
}

/** One infusion in every place for one. @param {any} equipment @param {number | null} infusion @param {any} profession */
export function infusionsEverywhere(equipment, infusion, profession) {
  const slots = SLOTS.filter((slot) => !holdsWeapon(slot) || pieceOf(equipment, slot).weapon);
  return slots.reduce((all, slot) => {
    const piece = pieceOf(all, slot);
    const room = infusionRoom(slot, twoHanded(profession, piece.weapon));
    return withPiece(all, { ...piece, infusions: infusion ? Array(room).fill(infusion) : [] });
  }, equipment);
}

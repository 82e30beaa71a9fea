import { api, professionName } from 'wvw/ui';
import { roleName } from './words.js';

/**
 * What the ids of builds stand for. Archetypes are read once for a page, saved builds when they first turn up.
 * @typedef {{id: string, label: string, profession: string, specialization: string, role: string,
 *   capabilities: Record<string, number>}} Playable
 */

/** @type {Map<string, Playable>} */
const known = new Map();
let archetypes;

/** @param {any[]} list as the server writes them */
export function learn(list) {
  for (const one of list) {
    if (!isArchetype(one.id) || 'confidence' in one) known.set(one.id, { label: one.specialization, ...one });
  }
}

/** All archetypes of the guild. @returns {Promise<any[]>} */
export function loadArchetypes(anew = false) {
  if (anew || !archetypes) {
    archetypes = api.get('archetypes').then(({ items }) => {
      learn(items);
      return items;
    });
    archetypes.catch(() => (archetypes = undefined));
  }
  return archetypes;
}

/** Reads what is not yet known of these ids. @param {Iterable<string>} ids */
export async function loadPlayables(ids) {
  await loadArchetypes();
  const asked = [...new Set(ids)].filter((id) => id && !known.has(id));
  for (let at = 0; at < asked.length; at += 100) {
    const query = asked.slice(at, at + 100).map((id) => `id=${encodeURIComponent(id)}`);
    learn((await api.get(`playables?${query.join('&')}`)).items);
  }
}

/** @param {string} id @returns {Playable | undefined} */
export function playable(id) {
  return known.get(id);
}

/** @param {string} id @returns {string} a short name, for a chip */
export function shortLabel(id) {
  const found = known.get(id);
  return found ? found.specialization : id;
}

/** @param {string} id @returns {string} the name with what it does: "Firebrand, primary support" */
export function longLabel(id) {
  const found = known.get(id);
  if (!found) return id;
  const own = isArchetype(id) ? found.specialization : `${found.label} (${found.specialization})`;
  return `${own}, ${roleName(found.role)}`;
}

/** Whether an id is one of the guild's archetypes. @param {string} id */
export function isArchetype(id) {
  const found = known.get(id);
  return Boolean(found && 'confidence' in found);
}

/** All archetypes that are known, by profession and name. */
export function allArchetypes() {
  const name = ({ profession, specialization, id }) => `${professionName(profession)} ${specialization} ${id}`;
  return [...known.values()].filter(({ id }) => isArchetype(id)).sort((a, b) => name(a).localeCompare(name(b)));
}

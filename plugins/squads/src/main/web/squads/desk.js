import { api } from 'wvw/ui';
import { all } from './all.js';
import { draft, draftKey } from './drafts.js';
import { loadArchetypes, loadPlayables, learn } from './playables.js';
import { MOST_GROUPS, PLACES, noOrders, resize, seats, trimmed } from './plan.js';

/** Reads what the board works on: the composition, rosters, rules, teams, and what this browser kept of it. */

/**
 * @typedef {{name: string, rule_set: string, tags: string[], notes: string, visibility: string, team_id: string,
 *   template: boolean}} Meta
 */

/**
 * @returns {Promise<any>} everything that the board needs before it can be shown. `base` is what the work on the board
 *   began from, and `etag` the server's version of that; `stale` says that the server has a newer one by now.
 */
export async function openDesk(id, query) {
  const from = id === 'new' ? query.get('from') : null;
  const source = from ?? (id === 'new' ? null : id);
  const [saved, rosters, ruleSets, teams] = await Promise.all([
    source ? api.get(`compositions/${encodeURIComponent(source)}`) : null,
    all('rosters'),
    api.get('rule-sets').then(({ items }) => items),
    all('teams'),
    loadArchetypes(),
  ]);
  if (saved) learn(saved.builds);
  const key = draftKey(id, from);
  const there = id === 'new' ? null : saved;
  const now = { meta: meta(saved, id), groups: saved ? seats(saved.subgroups) : [[]] };
  const kept = mine(draft(key), there, now);
  const stale = Boolean(kept.about && there && kept.etag !== there.etag);
  const began = stale ? { base: kept.base, etag: kept.etag } : { base: now, etag: there?.etag };
  return { saved: there, ...began, stale, key, kept, rosters, ruleSets, teams };
}

/** A draft without the work that the server has already, that may not be saved, or that nobody knows the beginning of. */
function mine(kept, there, now) {
  const { about, groups, base, ...rest } = kept;
  const done = JSON.stringify([about, trimmed(groups ?? [])]) === JSON.stringify([now.meta, trimmed(now.groups)]);
  return !about || !base || done || there?.editable === false ? rest : kept;
}

/** A composition as the board works on it. @param {any} saved */
export function version(saved) {
  return { meta: meta(saved, saved.id), groups: seats(saved.subgroups) };
}

/** @returns {Meta} */
export function meta(saved, id) {
  if (!saved)
    return { name: '', rule_set: 'zerg', tags: [], notes: '', visibility: 'private', team_id: '', template: false };
  const { name, rule_set, tags, notes } = saved;
  const own = { visibility: saved.visibility, team_id: saved.team_id ?? '', template: saved.template };
  return {
    name,
    rule_set,
    tags,
    notes,
    ...(id === 'new' ? { visibility: 'private', team_id: '', template: false } : own),
  };
}

/**
 * The people of a plan: those of the roster who are here, and whoever sits already.
 * @param {any} roster or null @param {import('./plan.js').Seat[][]} groups @param {any[]} extra people added by hand
 */
export function people(roster, groups, extra = []) {
  const entries = roster?.entries ?? [];
  const here = entries.filter(({ present }) => present).map(entry);
  const known = new Map([...extra, ...entries.map(entry)].map((one) => [one.player, one]));
  const names = new Set(here.map(({ player }) => player));
  const sitting = groups
    .flat()
    .filter(({ player }) => player && !names.has(player))
    .map(({ player, build }) => known.get(player) ?? { player, builds: build ? [build] : [], by_hand: true });
  sitting.forEach(({ player }) => names.add(player));
  return [...here, ...sitting, ...extra.filter(({ player }) => !names.has(player))];
}

function entry({ player, builds, proficiency, gear_missing }) {
  return { player, builds, proficiency, gear_missing };
}

/** A roster with what its players can play. @param {string} id */
export async function roster(id) {
  const found = await api.get(`rosters/${encodeURIComponent(id)}`);
  await loadPlayables(found.entries.flatMap(({ builds }) => builds));
  return found;
}

/** With as many subgroups as its people need. @returns {import('./plan.js').Plan} */
export function plan(groups, some, orders) {
  const made = { groups, people: some, orders: { ...noOrders(), ...orders } };
  return resize(made, Math.max(groups.length, Math.min(MOST_GROUPS, Math.ceil(some.length / PLACES)), 1));
}

/** The plan as the server keeps it. @param {Meta} about @param {import('./plan.js').Seat[][]} groups */
export function request(about, groups) {
  return { ...about, subgroups: trimmed(groups).map((slots) => ({ slots })) };
}

/** With the rules that fit so many players. @param {Meta} about @param {any[]} ruleSets @param {number} n */
export function fitted(about, ruleSets, n) {
  const set = ruleSets.find(({ fewest_players, most_players }) => n >= fewest_players && n <= most_players);
  return set ? { ...about, rule_set: set.id } : about;
}

import { coverage, met, missing, strength } from './coverage.js';
import { bench, move, person, play } from './plan.js';
import { allArchetypes, playable } from './playables.js';

/**
 * Who could fill what is missing, and how. Each piece of advice is tried on the plan: only what helps is told.
 *
 * @typedef {{kind: 'play' | 'seat' | 'ask', player: string, build: string, group: number, fills: boolean}} Advice
 * `play` and `seat` are builds that they list; `ask` is one that they would have to be asked for.
 */

const MOST = 3;
const RANK = { play: 0, seat: 1, ask: 2 };

/**
 * @param {import('./plan.js').Plan} plan @param {any} rules
 * @param {import('./coverage.js').Standing} unmet
 * @returns {Advice[]} the best few
 */
export function advice(plan, rules, unmet) {
  const groups = unmet.subgroup === null ? plan.groups.map((_, g) => g) : [unmet.subgroup - 1];
  const tried = groups
    .flatMap((g) => [...listed(plan, unmet.rule, g), ...seated(plan, unmet.rule, g), ...asked(plan, unmet.rule, g)])
    .map((one) => judge(plan, rules, unmet, one))
    .filter(({ better }) => better > 0);
  tried.sort((a, b) => RANK[a.kind] - RANK[b.kind] || Number(b.fills) - Number(a.fills) || b.better - a.better);
  const players = new Set();
  return tried.filter(({ player }) => !players.has(player) && players.add(player)).slice(0, MOST);
}

/** The plan once it is followed. @param {import('./plan.js').Plan} plan @param {Advice} one */
export function follow(plan, { kind, player, build, group }) {
  const there = kind === 'seat' ? move(plan, player, group, plan.groups[group].length) : plan;
  return play(there, player, build);
}

function judge(plan, rules, unmet, one) {
  const before = around(plan, rules, one.group);
  const after = around(follow(plan, one), rules, one.group);
  const same = after.find(
    ({ subgroup, rule }) => (subgroup === null) === (unmet.subgroup === null) && rule === unmet.rule,
  );
  return { ...one, fills: Boolean(same && met(same)), better: missing(before) - missing(after) };
}

/** How the rules stand that a change in one subgroup touches: its own, and those of the squad. */
function around({ groups }, rules, group) {
  const own = coverage([groups[group]], { subgroup: rules.subgroup, squad: [] });
  return [...own, ...coverage(groups, { subgroup: [], squad: rules.squad })];
}

/** Another build that somebody of the subgroup lists. */
function listed(plan, rule, group) {
  return plan.groups[group].flatMap(({ player, build }) =>
    (person(plan, player)?.builds ?? [])
      .filter((id) => id !== build && strength(id, rule) > strength(build, rule))
      .map((id) => ({ kind: 'play', player, build: id, group })),
  );
}

/** Somebody from the bench, where there is a place. */
function seated(plan, rule, group) {
  if (plan.groups[group].length >= 5) return [];
  return bench(plan).flatMap(({ player, builds }) =>
    builds.filter((id) => strength(id, rule) > 0).map((id) => ({ kind: 'seat', player, build: id, group })),
  );
}

/** A build of a profession that somebody plays already. */
function asked(plan, rule, group) {
  return plan.groups[group].flatMap(({ player, build }) => {
    if (!player) return [];
    const own = person(plan, player)?.builds ?? [];
    const professions = new Set([build, ...own].map((id) => playable(id)?.profession));
    return allArchetypes()
      .filter(({ id, profession }) => professions.has(profession) && !own.includes(id) && id !== build)
      .filter(({ id }) => strength(id, rule) > strength(build, rule))
      .map(({ id }) => ({ kind: 'ask', player, build: id, group }));
  });
}

import { Problem, api } from 'wvw/ui';
import { bench, parse } from './plan.js';

/** Has the server solve a squad. */

const MOST_PLAYERS = 50;

/**
 * Those whom the optimiser can place: who sits first, then the bench, as many as a squad holds.
 * @param {import('./plan.js').Plan} plan
 */
export function solvable(plan) {
  const seated = new Map(plan.groups.flat().map((seat) => [seat.player, seat.build]));
  const byName = new Map(plan.people.map((one) => [one.player, one]));
  const sitting = [...seated.keys()].filter(Boolean).map((player) => byName.get(player) ?? { player, builds: [] });
  const all = [...sitting, ...bench(plan)].map((one) => {
    const build = seated.get(one.player) || plan.orders.builds[one.player];
    return build && !one.builds.includes(build) ? { ...one, builds: [...one.builds, build] } : one;
  });
  const able = all.filter(({ builds }) => builds.length);
  return {
    players: able.slice(0, MOST_PLAYERS),
    idle: all.filter(({ builds }) => !builds.length),
    over: Math.max(0, able.length - MOST_PLAYERS),
  };
}

/**
 * The request for a plan.
 * @param {import('./plan.js').Plan} plan @param {string} ruleSet @param {number} limit in milliseconds
 * @param {number} count how many subgroups; 0 for as few as hold everybody
 */
export function request(plan, ruleSet, limit, count) {
  const { players } = solvable(plan);
  const here = new Set(players.map(({ player }) => player));
  const { orders } = plan;
  const kept = (map) => Object.fromEntries(Object.entries(map).filter(([player]) => here.has(player)));
  const lists = (all) => all.map((list) => list.filter((one) => here.has(one))).filter((list) => list.length > 1);
  const locks = kept(orders.locks);
  const fewest = Math.max(1, Math.ceil(players.length / 5), ...Object.values(locks));
  return {
    roster: players.map(({ player, builds, proficiency, gear_missing }) => ({
      player,
      builds,
      proficiency: proficiency ?? {},
      gear_missing: gear_missing ?? [],
    })),
    rule_set: ruleSet,
    groups: count || Math.min(10, fewest),
    locks,
    builds: kept(orders.builds),
    benched: orders.benched.filter((one) => here.has(one)),
    ...(here.has(orders.commander) ? { commander: orders.commander } : {}),
    together: lists(orders.together),
    apart: lists(orders.apart),
    previous: plan.groups.map((some) =>
      some.filter(({ player, build }) => here.has(player) && build).map(({ player, build }) => `${player}:${build}`),
    ),
    time_limit_ms: limit,
  };
}

/**
 * Solves, telling the best plan so far as it goes. Aborting the signal cancels the run on the server.
 * @param {object} task
 * @param {AbortSignal} signal
 * @param {(progress: {state: string, elapsed_ms: number, groups: import('./plan.js').Seat[][], missing: number}) => void} told
 * @returns {Promise<any>} the answer, its groups as seats
 */
export async function solve(task, signal, told) {
  for await (const { type, data } of api.events('compositions/optimize/stream', { body: task, signal })) {
    if (type === 'progress') told({ ...data, groups: parse(data.groups) });
    if (type === 'problem') throw new Problem(data.status, data);
    if (type === 'done') return { ...data, groups: parse(data.groups) };
  }
  throw new Problem(0);
}

import { playable } from './playables.js';

/**
 * How the rules stand, by the same measure as the server: stability in a subgroup counts by its peak (one main source,
 * or two reliable ones), everything else as a sum.
 *
 * @typedef {{player: string, build: string}} Seat
 * @typedef {{subgroup: number | null, rule: string, have: number, need: number,
 *   sources: {player: string, build: string, strength: number}[]}} Standing
 */

const MAIN = 3;
const RELIABLE = 2;

/**
 * @param {Seat[][]} groups
 * @param {{subgroup: {capability: string, need: number}[], squad: {capability: string, need: number}[]}} rules
 * @returns {Standing[]} every rule of every subgroup with players, then those of the squad
 */
export function coverage(groups, rules) {
  const all = groups.flatMap((seats, g) =>
    seats.some(({ build }) => build) ? rules.subgroup.map((rule) => standing(g + 1, rule, seats)) : [],
  );
  return [...all, ...rules.squad.map((rule) => standing(null, rule, groups.flat()))];
}

/** @returns {Standing} */
function standing(subgroup, { capability, need }, seats) {
  const sources = seats
    .map(({ player, build }) => ({ player, build, strength: strength(build, capability) }))
    .filter((source) => source.strength > 0)
    .sort((a, b) => b.strength - a.strength);
  const peak = subgroup !== null && capability === 'stability';
  const strengths = sources.map((source) => source.strength);
  return { subgroup, rule: capability, need, sources, have: peak ? peakOf(strengths) : sum(strengths) };
}

function peakOf(strengths) {
  return strengths.filter((one) => one >= RELIABLE).length >= 2 ? MAIN : (strengths[0] ?? 0);
}

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

/** @param {string} build @param {string} capability @returns {number} 0 to 3 */
export function strength(build, capability) {
  return playable(build)?.capabilities[capability] ?? 0;
}

/** @param {Standing} standing */
export function met({ have, need }) {
  return have >= need;
}

/** What is missing in all. @param {Standing[]} standings */
export function missing(standings) {
  return sum(standings.map(({ have, need }) => Math.max(0, need - have)));
}

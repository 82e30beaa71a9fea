import { PLACES, placed } from './plan.js';

/**
 * Brings two versions of a squad together that began from the same one.
 *
 * @typedef {{meta: Record<string, any>, groups: import('./plan.js').Seat[][]}} Version
 * @typedef {{key: string, mine: any, theirs: any}} Clash something that both changed, each in another way
 */

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** @param {Version} base @param {Version} mine @param {Version} theirs */
export function merge(base, mine, theirs) {
  const about = weave(
    new Map(Object.entries(base.meta)),
    new Map(Object.entries(mine.meta)),
    new Map(Object.entries(theirs.meta)),
  );
  const seats = weave(placed(base.groups), placed(mine.groups), placed(theirs.groups));
  return { about, seats };
}

/** @returns {{agreed: Map<string, any>, clashes: Clash[], mine: number, theirs: number}} */
function weave(base, mine, theirs) {
  const agreed = new Map();
  const clashes = [];
  const count = { mine: 0, theirs: 0 };
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const [before, one, other] = [base.get(key), mine.get(key), theirs.get(key)];
    const changed = !same(one, before);
    const changedThere = !same(other, before);
    if (changed) count.mine += 1;
    if (changedThere) count.theirs += 1;
    if (changed && changedThere && !same(one, other)) clashes.push({ key, mine: one, theirs: other });
    else agreed.set(key, changed ? one : other);
  }
  return { agreed, clashes, ...count };
}

/**
 * Makes subgroups of where everybody is to sit. Who finds a subgroup full is named, not lost.
 * @param {Map<string, {group: number, build: string} | undefined>} places @param {number} count of subgroups
 * @param {import('./plan.js').Seat[][]} planned whose places without a player are kept
 */
export function seatAll(places, count, planned) {
  const most = Math.max(count, ...[...places.values()].map((place) => place?.group ?? 0), 1);
  const groups = Array.from({ length: most }, () => []);
  const over = [];
  for (const [player, place] of places) {
    if (!place) continue;
    const group = groups[place.group - 1];
    if (group.length < PLACES) group.push({ player, build: place.build });
    else over.push(player);
  }
  planned.forEach((some, g) => {
    for (const seat of some) if (!seat.player && groups[g] && groups[g].length < PLACES) groups[g].push(seat);
  });
  return { groups, over };
}

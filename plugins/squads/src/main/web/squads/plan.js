/**
 * A squad as somebody edits it. Nothing here changes what it is given: each function makes a new plan, so that undoing
 * is keeping the old one.
 *
 * @typedef {{player: string, build: string}} Seat an empty player is a place that is only planned
 * @typedef {{player: string, builds: string[], proficiency: Record<string, number>, gear_missing: string[]}} Person
 * @typedef {{commander: string, locks: Record<string, number>, builds: Record<string, string>, benched: string[],
 *   together: string[][], apart: string[][]}} Orders
 * @typedef {{groups: Seat[][], people: Person[], orders: Orders}} Plan
 */

export const PLACES = 5;
export const MOST_GROUPS = 10;
/** Where those sit who have no place. */
export const BENCH = -1;

/** @returns {Orders} */
export function noOrders() {
  return { commander: '', locks: {}, builds: {}, benched: [], together: [], apart: [] };
}

/** @param {{slots: Seat[]}[]} subgroups @returns {Seat[][]} without holes, and never without a subgroup */
export function seats(subgroups) {
  const groups = subgroups.map(({ slots }) => slots.filter(({ player, build }) => player || build));
  return groups.length ? groups : [[]];
}

/** @param {Plan} plan @returns {Person[]} those without a place */
export function bench(plan) {
  const seated = new Set(plan.groups.flat().map(({ player }) => player));
  return plan.people.filter(({ player }) => !seated.has(player));
}

/** @param {Plan} plan @param {string} player @returns {{group: number, place: number}} */
export function find(plan, player) {
  for (const [group, some] of plan.groups.entries()) {
    const place = some.findIndex((seat) => seat.player === player);
    if (place >= 0) return { group, place };
  }
  return { group: BENCH, place: bench(plan).findIndex((one) => one.player === player) };
}

/** What somebody plays where they sit, or would rather play. @param {Plan} plan @param {string} player */
export function buildOf(plan, player) {
  const seat = plan.groups.flat().find((one) => one.player === player);
  return seat?.build || plan.orders.builds[player] || person(plan, player)?.builds[0] || '';
}

/** @param {Plan} plan @param {string} player */
export function person(plan, player) {
  return plan.people.find((one) => one.player === player);
}

/**
 * Puts somebody elsewhere; whoever sits there takes the place that becomes free.
 * @param {Plan} plan @param {string} player @param {number} group or BENCH @param {number} place
 */
export function move(plan, player, group, place) {
  const from = find(plan, player);
  if (from.group === group && (group === BENCH || from.place === place)) return plan;
  const seat = { player, build: buildOf(plan, player) };
  const groups = plan.groups.map((some) => [...some]);
  if (group === BENCH) {
    groups[from.group].splice(from.place, 1);
    return { ...plan, groups };
  }
  const other = groups[group][place];
  if (from.group === group) return { ...plan, groups: within(groups, from, place) };
  if (from.group !== BENCH) groups[from.group].splice(from.place, 1, ...(other?.player ? [other] : []));
  if (other) groups[group][place] = other.player ? seat : { player, build: fitting(plan, player, other.build) };
  else groups[group].push(seat);
  return { ...plan, groups };
}

/** Changes places with a neighbour, or goes to the end. */
function within(groups, from, place) {
  const some = groups[from.group];
  const [seat] = some.splice(from.place, 1);
  some.splice(Math.min(place, some.length), 0, seat);
  return groups;
}

/** A planned place says what is to be played: whoever can, does. */
function fitting(plan, player, build) {
  return build && person(plan, player)?.builds.includes(build) ? build : buildOf(plan, player);
}

/** @param {Plan} plan @param {string} player @param {string} build */
export function play(plan, player, build) {
  const groups = plan.groups.map((some) => some.map((seat) => (seat.player === player ? { player, build } : seat)));
  const people = plan.people.map((one) =>
    one.player === player && !one.builds.includes(build) ? { ...one, builds: [...one.builds, build] } : one,
  );
  const { builds } = plan.orders;
  const locked = player in builds ? { ...builds, [player]: build } : builds;
  return { ...plan, groups, people, orders: { ...plan.orders, builds: locked } };
}

/** Makes sure that so many subgroups are there; nobody loses a place. @param {Plan} plan @param {number} count */
export function resize(plan, count) {
  const groups = plan.groups.map((some) => [...some]);
  while (groups.length < count) groups.push([]);
  while (groups.length > count && !groups.at(-1).length) groups.pop();
  return { ...plan, groups };
}

/** Without the empty subgroups at the end, which only wait for somebody. @param {Seat[][]} groups */
export function trimmed(groups) {
  return groups.slice(0, groups.findLastIndex((some) => some.length) + 1);
}

/** Takes people away for good, with all that was ordered for them. @param {Plan} plan @param {string[]} players */
export function leave(plan, players) {
  const gone = new Set(players);
  return {
    groups: plan.groups.map((some) => some.filter(({ player }) => !gone.has(player))),
    people: plan.people.filter(({ player }) => !gone.has(player)),
    orders: without(plan.orders, gone),
  };
}

/** @param {Orders} orders @param {Set<string>} gone @returns {Orders} */
function without(orders, gone) {
  const kept = (map) => Object.fromEntries(Object.entries(map).filter(([player]) => !gone.has(player)));
  const lists = (all) => all.map((list) => list.filter((one) => !gone.has(one))).filter((list) => list.length > 1);
  return {
    commander: gone.has(orders.commander) ? '' : orders.commander,
    locks: kept(orders.locks),
    builds: kept(orders.builds),
    benched: orders.benched.filter((one) => !gone.has(one)),
    together: lists(orders.together),
    apart: lists(orders.apart),
  };
}

/** Lets somebody take part. @param {Plan} plan @param {Person} one */
export function join(plan, one) {
  if (plan.people.some(({ player }) => player.toLowerCase() === one.player.toLowerCase())) return plan;
  return { ...plan, people: [...plan.people, one] };
}

/** Seats as the optimiser gives them: "player:build". @param {string[][]} groups @returns {Seat[][]} */
export function parse(groups) {
  return groups.map((some) =>
    some.map((text) => {
      const colon = text.lastIndexOf(':');
      return { player: text.slice(0, colon), build: text.slice(colon + 1) };
    }),
  );
}

/**
 * Who has to go where: from one seating to another.
 * @param {Seat[][]} before @param {Seat[][]} after
 * @returns {{player: string, from: number | null, to: number | null, was: string, build: string}[]}
 */
export function moves(before, after) {
  const old = placed(before);
  const now = placed(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((player) => ({
      player,
      from: old.get(player)?.group ?? null,
      to: now.get(player)?.group ?? null,
      was: old.get(player)?.build ?? '',
      build: now.get(player)?.build ?? '',
    }))
    .filter(({ from, to, was, build }) => from !== to || (was !== build && was && build));
}

/** @param {Seat[][]} groups @returns {Map<string, {group: number, build: string}>} subgroups from 1 */
export function placed(groups) {
  return new Map(
    groups.flatMap((some, g) =>
      some.filter(({ player }) => player).map(({ player, build }) => [player, { group: g + 1, build }]),
    ),
  );
}

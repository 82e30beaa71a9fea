import { api } from 'wvw/ui';

/**
 * The facts that the trait grids need. Facts do not change while a page is open, so each is asked for once.
 * @typedef {{id: number, name: string, elite: boolean, major_traits: number[]}} Specialization
 * @typedef {{name: string, majors: {id: number, name: string}[]}} Grid nine traits: three for each tier, top to bottom
 */

/** @type {Map<number, Promise<Grid | null>>} */
const grids = new Map();

/**
 * The trait grids of some specialisations, by id; one that the catalogue does not know is left out.
 * @param {number[]} ids
 * @returns {Promise<Map<number, Grid>>}
 */
export async function traitGrids(ids) {
  const wanted = ids.filter((id) => id > 0);
  const missing = wanted.filter((id) => !grids.has(id));
  if (missing.length) {
    const loading = load(missing);
    for (const id of missing) grids.set(id, loading.then((all) => all.get(id) ?? null));
    loading.catch(() => missing.forEach((id) => grids.delete(id)));
  }
  const found = await Promise.all(wanted.map(async (id) => [id, await grids.get(id)]));
  return new Map(found.filter(([, grid]) => grid));
}

/** @param {number[]} ids */
async function load(ids) {
  /** @type {{items: Specialization[]}} */
  const { items } = await api.get(`specializations?ids=${ids.join(',')}`);
  const majors = items.flatMap((item) => item.major_traits);
  if (!majors.length) return new Map();
  const traits = await api.get(`traits?limit=200&ids=${majors.join(',')}`);
  const names = new Map(traits.items.map(({ id, name }) => [id, name]));
  return new Map(
    items.map(({ id, name, major_traits: own }) => [
      id,
      { name, majors: own.map((trait) => ({ id: trait, name: names.get(trait) ?? `#${trait}` })) },
    ]),
  );
}

import { api, locale } from 'wvw/ui';

/**
 * The facts that the trait grids need. Facts do not change while a page is open, so each is asked for once.
 * @typedef {{id: number, name: string, elite: boolean, major_traits: number[]}} Specialization
 * @typedef {{name: string, majors: {id: number, name: string}[]}} Grid nine traits: three for each tier, top to bottom
 */

/** By language and id. @type {Map<string, Promise<Grid | null>>} */
const grids = new Map();

/** @param {number} id */
const key = (id) => `${locale()} ${id}`;

/**
 * The trait grids of some specialisations, by id; one that the catalogue does not know is left out.
 * @param {number[]} ids
 * @returns {Promise<Map<number, Grid>>}
 */
export async function traitGrids(ids) {
  const wanted = ids.filter((id) => id > 0);
  const missing = wanted.filter((id) => !grids.has(key(id)));
  if (missing.length) {
    const keys = missing.map(key);
    const loading = load(missing);
    for (const id of missing) grids.set(key(id), loading.then((all) => all.get(id) ?? null));
    loading.catch(() => keys.forEach((each) => grids.delete(each)));
  }
  const found = await Promise.all(wanted.map(async (id) => [id, await grids.get(key(id))]));
  return new Map(found.filter(([, grid]) => grid));
}

/** @param {number[]} ids */
async function load(ids) {
  /** @type {{items: Specialization[]}} */
  const { items } = await api.get(`specializations?lang=${locale()}&ids=${ids.join(',')}`);
  const majors = items.flatMap((item) => item.major_traits);
  if (!majors.length) return new Map();
  const traits = await api.get(`traits?lang=${locale()}&limit=200&ids=${majors.join(',')}`);
  const names = new Map(traits.items.map(({ id, name }) => [id, name]));
  return new Map(
    items.map(({ id, name, major_traits: own }) => [
      id,
      { name, majors: own.map((trait) => ({ id: trait, name: names.get(trait) ?? `#${trait}` })) },
    ]),
  );
}

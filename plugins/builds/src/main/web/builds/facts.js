import { api, locale } from 'wvw/ui';

/** The lists of facts that pickers offer. Each is asked for once for a language; facts do not change while a page is open. */

/** @type {Map<string, Promise<any[]>>} */
const lists = new Map();

/**
 * A whole list, page after page.
 * @param {string} path such as `upgrades?type=rune`
 * @returns {Promise<any[]>}
 */
export function facts(path) {
  const key = `${locale()} ${path}`;
  if (!lists.has(key)) {
    const loading = load(path);
    lists.set(key, loading);
    loading.catch(() => lists.delete(key));
  }
  return lists.get(key);
}

async function load(path) {
  const all = [];
  let cursor = '';
  do {
    const joint = path.includes('?') ? '&' : '?';
    const page = await api.get(`${path}${joint}limit=200&lang=${locale()}${cursor}`);
    all.push(...page.items);
    cursor = page.next_cursor ? `&cursor=${encodeURIComponent(page.next_cursor)}` : '';
  } while (cursor);
  return all;
}

/**
 * Names by ids, for what is only shown. @param {string} list `itemstats` or `upgrades` @param {number[]} ids
 * @returns {Promise<Map<number, string>>}
 */
export async function names(list, ids) {
  const wanted = [...new Set(ids)].filter(Boolean).sort((a, b) => a - b);
  if (!wanted.length) return new Map();
  const items = await facts(`${list}?ids=${wanted.join(',')}`);
  return new Map(items.map(({ id, name }) => [id, name]));
}

import { api } from 'wvw/ui';

/** @returns {Promise<any[]>} a list to its end: nobody has thousands of teams or rosters */
export async function all(path) {
  const items = [];
  let cursor = '';
  do {
    const page = await api.get(`${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    items.push(...page.items);
    cursor = page.next_cursor ?? '';
  } while (cursor && items.length < 1000);
  return items;
}

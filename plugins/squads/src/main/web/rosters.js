import { html } from 'lit';
import { LazyPanel } from 'wvw/ui';

/** Rosters: who could come, what they play, and who is here tonight. */
export default class RostersPanel extends LazyPanel {
  pages = { list: () => import('./rosters/list.js'), one: () => import('./rosters/roster.js') };

  pageAt([id]) {
    return id ? 'one' : 'list';
  }

  show(page, [id]) {
    return page === 'one' ? html`<wvw-roster .id=${id}></wvw-roster>` : html`<wvw-roster-list></wvw-roster-list>`;
  }
}

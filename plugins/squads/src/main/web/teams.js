import { html } from 'lit';
import { LazyPanel } from 'wvw/ui';

/** Teams: who shares rosters, builds and squads with whom. */
export default class TeamsPanel extends LazyPanel {
  pages = { list: () => import('./teams/list.js'), one: () => import('./teams/team.js') };

  pageAt([id]) {
    return id ? 'one' : 'list';
  }

  show(page, [id]) {
    return page === 'one' ? html`<wvw-team .id=${id}></wvw-team>` : html`<wvw-team-list></wvw-team-list>`;
  }
}

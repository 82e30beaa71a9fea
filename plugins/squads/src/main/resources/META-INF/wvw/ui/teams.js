import { css, html } from 'lit';
import { Problem, WvwElement } from 'wvw/ui';

const PAGES = { list: () => import('./teams/list.js'), one: () => import('./teams/team.js') };

/** Teams: who shares rosters, builds and squads with whom. */
export default class TeamsPanel extends WvwElement {
  static properties = { path: { attribute: false }, shown: { state: true }, problem: { state: true } };

  static styles = css`
    :host {
      display: block;
    }
  `;

  get #id() {
    return (this.path ?? '/teams').split('/')[2] ?? '';
  }

  get #page() {
    return this.#id ? 'one' : 'list';
  }

  willUpdate(changed) {
    if (changed.has('path')) this.#load();
  }

  async #load() {
    const page = this.#page;
    this.problem = null;
    try {
      await PAGES[page]();
      if (page === this.#page) this.shown = page;
    } catch (cause) {
      console.warn(`page ${page} could not be loaded:`, cause);
      if (page === this.#page) this.problem = new Problem(0);
    }
  }

  render() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${() => location.reload()}></wvw-problem>`;
    if (this.shown !== this.#page) return html`<wvw-skeleton lines="5"></wvw-skeleton>`;
    return this.shown === 'one' ? html`<wvw-team .id=${this.#id}></wvw-team>` : html`<wvw-team-list></wvw-team-list>`;
  }
}

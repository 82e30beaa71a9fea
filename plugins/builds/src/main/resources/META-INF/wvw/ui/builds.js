import { css, html } from 'lit';
import { Problem, WvwElement } from 'wvw/ui';

/** The panel's pages, each loaded when it is first wanted: the list needs none of the form's fields. */
const PAGES = {
  list: () => import('./builds/list.js'),
  new: () => import('./builds/new.js'),
  characters: () => import('./builds/characters.js'),
  detail: () => import('./builds/detail.js'),
};

/** The builds of the guild: the list, the page that reads a chat link, and one page for each build. */
export default class BuildsPanel extends WvwElement {
  static properties = {
    path: { attribute: false },
    console: { attribute: false },
    shown: { state: true },
    problem: { state: true },
  };

  static styles = css`
    :host {
      display: block;
    }
  `;

  get #part() {
    return (this.path ?? '/builds').split('/')[2] ?? '';
  }

  get #page() {
    if (this.#part === '') return 'list';
    return ['new', 'characters'].includes(this.#part) ? this.#part : 'detail';
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
    } catch {
      if (page === this.#page) this.problem = new Problem(0);
    }
  }

  render() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${() => location.reload()}></wvw-problem>`;
    if (this.shown !== this.#page) return html`<wvw-skeleton lines="5"></wvw-skeleton>`;
    switch (this.shown) {
      case 'list':
        return html`<wvw-build-list></wvw-build-list>`;
      case 'new':
        return html`<wvw-build-new></wvw-build-new>`;
      case 'characters':
        return html`<wvw-build-characters></wvw-build-characters>`;
      default:
        return html`<wvw-build-detail .id=${this.#part}></wvw-build-detail>`;
    }
  }
}

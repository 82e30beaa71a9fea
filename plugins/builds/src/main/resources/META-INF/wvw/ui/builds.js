import { css, html } from 'lit';
import { Problem, WvwElement } from 'wvw/ui';

/** The panel's pages, each loaded when it is first wanted: the list needs none of the editor's fields. */
const PAGES = {
  list: () => import('./builds/list.js'),
  new: () => import('./builds/new.js'),
  characters: () => import('./builds/characters.js'),
  trash: () => import('./builds/trash.js'),
  editor: () => import('./builds/editor.js'),
  detail: () => import('./builds/detail.js'),
};

/** The builds of the guild: the list, the page that reads a link, the editor, the trash, and a page for each build. */
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

  get #parts() {
    return (this.path ?? '/builds').split('/').slice(2);
  }

  get #page() {
    const [part = '', action = ''] = this.#parts;
    if (part === '') return 'list';
    if (action === 'edit') return 'editor';
    return ['new', 'characters', 'trash'].includes(part) ? part : 'detail';
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
    const [part] = this.#parts;
    switch (this.shown) {
      case 'list':
        return html`<wvw-build-list></wvw-build-list>`;
      case 'new':
        return html`<wvw-build-new></wvw-build-new>`;
      case 'characters':
        return html`<wvw-build-characters></wvw-build-characters>`;
      case 'trash':
        return html`<wvw-build-trash></wvw-build-trash>`;
      case 'editor':
        return html`<wvw-build-editor .id=${part === 'new' ? '' : part}></wvw-build-editor>`;
      default:
        return html`<wvw-build-detail .id=${part}></wvw-build-detail>`;
    }
  }
}

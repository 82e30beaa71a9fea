import { css, html } from 'lit';
import { Problem, WvwElement, session } from 'wvw/ui';

/** The panel's pages, each loaded when it is first wanted. */
const PAGES = {
  list: () => import('./squads/list.js'),
  compare: () => import('./squads/compare.js'),
  judgements: () => import('./squads/judgements.js'),
  shared: () => import('./squads/shared.js'),
  history: () => import('./squads/history.js'),
  board: () => import('./squads/board.js'),
};

/** Squads: the list, the board of each, their history and comparison, what builds give, and the public page of a link. */
export default class SquadsPanel extends WvwElement {
  static properties = { path: { attribute: false }, shown: { state: true }, problem: { state: true } };

  static styles = css`
    :host {
      display: block;
    }
  `;

  get #parts() {
    return (this.path ?? '/squads').split('/').slice(2);
  }

  /** Decided when the address changes: who is signed out by the end of a session keeps the board with all work on it. */
  #page = 'list';

  #pageOf() {
    const [first = '', second = ''] = this.#parts;
    if (!first) return 'list';
    if (['compare', 'judgements', 'shared'].includes(first)) return first;
    if (second === 'history') return 'history';
    return session.user || first === 'new' ? 'board' : 'shared';
  }

  willUpdate(changed) {
    if (!changed.has('path')) return;
    this.#page = this.#pageOf();
    this.#load();
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
    if (this.problem)
      return html`<wvw-problem .problem=${this.problem} @retry=${() => location.reload()}></wvw-problem>`;
    const [first = '', second = ''] = this.#parts;
    switch (this.shown === this.#page ? this.shown : '') {
      case 'list':
        return html`<wvw-squad-list></wvw-squad-list>`;
      case 'compare':
        return html`<wvw-squad-compare></wvw-squad-compare>`;
      case 'judgements':
        return html`<wvw-squad-judgements></wvw-squad-judgements>`;
      case 'shared':
        return first === 'shared'
          ? html`<wvw-squad-shared .code=${second}></wvw-squad-shared>`
          : html`<wvw-squad-shared .id=${first}></wvw-squad-shared>`;
      case 'history':
        return html`<wvw-squad-history .id=${first}></wvw-squad-history>`;
      case 'board':
        return html`<wvw-squad-board .id=${first}></wvw-squad-board>`;
      default:
        return html`<wvw-skeleton lines="5"></wvw-skeleton>`;
    }
  }
}

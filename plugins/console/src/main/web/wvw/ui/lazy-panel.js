import { css, html } from 'lit';
import { WvwElement } from './element.js';
import { Problem } from './refusal.js';

/**
 * A panel of several pages, each loaded when it is first wanted. A panel of this kind says by `pages` what each consists
 * of, chooses one by `pageAt`, and draws it in `show`.
 */
export class LazyPanel extends WvwElement {
  static properties = { path: { attribute: false }, shown: { state: true }, problem: { state: true } };

  static styles = css`
    :host {
      display: block;
    }
  `;

  /**
   * Each page's modules. Named here they come side by side; a module that only another one names comes after that.
   * @type {Record<string, () => Promise<unknown>>}
   */
  pages = {};

  /**
   * The page that the address asks for. It is chosen when the address changes, not when a person comes or goes: whose
   * session ends keeps his page, with all work on it.
   */
  page = '';

  /** What stands in the address behind the panel's own name. @returns {string[]} */
  get parts() {
    return (this.path ?? '').split('/').slice(2);
  }

  /** @param {string[]} _parts @returns {string} the name of a page */
  pageAt(_parts) {
    throw new Error('a panel says which of its pages stands at an address');
  }

  /** @param {string} _page one that is loaded @param {string[]} _parts @returns {unknown} */
  show(_page, _parts) {
    throw new Error('a panel shows its pages');
  }

  willUpdate(changed) {
    if (!changed.has('path')) return;
    this.page = this.pageAt(this.parts);
    this.#load(this.page);
  }

  async #load(page) {
    this.problem = null;
    try {
      await this.pages[page]();
      if (page === this.page) this.shown = page;
    } catch (cause) {
      console.warn(`page ${page} could not be loaded:`, cause);
      if (page === this.page) this.problem = new Problem(0);
    }
  }

  /** The page, or what stands there until it is loaded. */
  content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${() => location.reload()}></wvw-problem>`;
    if (this.shown !== this.page) return html`<wvw-skeleton lines="5"></wvw-skeleton>`;
    return this.show(this.page, this.parts);
  }

  render() {
    return this.content();
  }
}

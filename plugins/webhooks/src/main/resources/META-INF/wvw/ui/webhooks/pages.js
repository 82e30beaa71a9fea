import { html, nothing } from 'lit';
import { WvwElement, api, saying, toast, words } from 'wvw/ui';

const t = words({ more: ['Show more', 'Afficher plus'] });

/** A list that comes from the server page by page. Its parts are `items`, `cursor`, `problem` and `busy`. */
export class Pages extends WvwElement {
  static properties = {
    items: { state: true },
    cursor: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  /** Which list; a filter changed while an answer is on its way makes that answer stale. */
  #asked = 0;

  /** @returns {string} path and query of the first page */
  get source() {
    throw new Error('a list says where it comes from');
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  /** Reads the first page anew. */
  async load() {
    await this.#read(this.source, []);
  }

  async #read(path, before) {
    const asked = ++this.#asked;
    this.problem = null;
    this.busy = true;
    try {
      const { items, next_cursor } = await api.get(path);
      if (asked !== this.#asked) return;
      this.items = [...before, ...items];
      this.cursor = next_cursor;
    } catch (problem) {
      if (asked === this.#asked) this.problem = problem;
    } finally {
      if (asked === this.#asked) this.busy = false;
    }
  }

  /** The list's frame: problem, skeleton, nothing there, or the rows and what gets more of them. */
  frame(empty, rows) {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.load}></wvw-problem>`;
    if (!this.items) return html`<div class="card"><wvw-skeleton lines="6"></wvw-skeleton></div>`;
    if (!this.items.length) return empty;
    return html`${rows}
    ${this.cursor
      ? html`<button class="button wide" aria-busy=${this.busy ? 'true' : 'false'} @click=${this.#more}>
          ${t('more')}
        </button>`
      : nothing}`;
  }

  #more() {
    const joint = this.source.includes('?') ? '&' : '?';
    this.#read(`${this.source}${joint}cursor=${encodeURIComponent(this.cursor)}`, this.items);
  }

  /**
   * Does something to a row, says so, and reads the list anew.
   * @param {() => Promise<unknown>} work @param {string} said
   */
  async act(work, said) {
    try {
      await work();
      toast(said);
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
    await this.load();
  }
}

import { html, nothing } from 'lit';
import { api } from './api.js';
import { WvwElement } from './element.js';
import { saying } from './fields.js';
import { words } from './i18n.js';
import { toast } from './toast.js';

const t = words({ more: ['Show more', 'Afficher plus'] });

/** How many rows are drawn at a time: between them a slow phone answers whoever touches it. */
const STEP = 8;

/**
 * A list that comes from the server page by page. Its parts are `items`, `cursor`, `problem` and `busy`; what says
 * where it comes from is `source`.
 */
export class PagedList extends WvwElement {
  static properties = {
    items: { state: true },
    cursor: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  /** Which list; a filter changed while an answer is on its way makes that answer stale. */
  #asked = 0;
  #drawn = STEP;
  #acting = false;

  /** @returns {string} path and query of the first page */
  get source() {
    throw new Error('a list says where it comes from');
  }

  /** What is drawn by now: the first rows at once, the others a few at a time. @returns {any[]} */
  get drawn() {
    return (this.items ?? []).slice(0, this.#drawn);
  }

  get #whole() {
    return !this.items || this.items.length <= this.#drawn;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  updated() {
    if (this.#whole) return;
    setTimeout(() => {
      this.#drawn += STEP;
      this.requestUpdate();
    });
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

  /**
   * The list's frame: problem, skeleton, nothing there, or the rows and what gets more of them.
   * @param {unknown} empty @param {unknown} rows @param {unknown} [waiting] the skeleton, where the usual one does not fit
   */
  frame(empty, rows, waiting = html`<div class="card"><wvw-skeleton lines="6"></wvw-skeleton></div>`) {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.load}></wvw-problem>`;
    if (!this.items) return waiting;
    if (!this.items.length) return empty;
    return html`${rows}
    ${this.cursor && this.#whole
      ? html`<button class="button wide more" aria-busy=${this.busy ? 'true' : 'false'} @click=${this.#more}>
          ${t('more')}
        </button>`
      : nothing}`;
  }

  #more() {
    const joint = this.source.includes('?') ? '&' : '?';
    this.#read(`${this.source}${joint}cursor=${encodeURIComponent(this.cursor)}`, this.items);
  }

  /**
   * Does something to a row, says so, and reads the list anew. A second click meanwhile does nothing.
   * @param {() => Promise<unknown>} work @param {string} said
   */
  async act(work, said) {
    if (this.#acting) return;
    this.#acting = true;
    try {
      await work();
      toast(said);
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    } finally {
      this.#acting = false;
    }
    await this.load();
  }
}

import { css, html } from 'lit';
import { WvwElement, api, words } from 'wvw/ui';
import './catalogue/editions.js';
import './catalogue/reviews.js';
import './catalogue/sync.js';

const t = words({
  heading: ['Catalogue', 'Catalogue'],
  lead: [
    'The facts of the game that builds are read and checked with.',
    'Les données du jeu qui servent à lire et à vérifier les builds.',
  ],
});

/** How long between two looks at a run, and at a server where nothing runs. */
const RUNNING = 700;
const RESTING = 15_000;
/** So many quick looks after a run: the builds are checked then. */
const AFTERWARDS = 15;

/** The operator's page about the catalogue: which edition is in force, fetching a newer one, and what that changed. */
export default class CataloguePage extends WvwElement {
  static properties = {
    status: { state: true },
    edition: { state: true },
    problem: { state: true },
    turn: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-4);
    }
    .page-head {
      margin: 0;
    }
  `;

  #timer = 0;
  #eager = 0;

  constructor() {
    super();
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #busy() {
    return this.status?.running || this.status?.last?.outcome === 'running';
  }

  #load = async () => {
    clearTimeout(this.#timer);
    const was = this.#busy;
    this.#eager -= 1;
    this.problem = null;
    try {
      this.status = await api.get('catalogue/sync');
      if (!this.edition || (was && !this.#busy)) {
        this.edition = await api.get('catalogue');
        this.turn += 1;
      }
      if (was || this.#busy) this.#eager = AFTERWARDS;
    } catch (problem) {
      this.problem = problem;
    }
    if (this.isConnected && !this.problem) this.#timer = setTimeout(this.#load, this.#eager > 0 ? RUNNING : RESTING);
  };

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
      </div>
      ${this.#content()}`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.status || !this.edition) return html`<div class="card"><wvw-skeleton lines="8"></wvw-skeleton></div>`;
    return html`<wvw-catalogue-sync .status=${this.status} .edition=${this.edition} @started=${this.#load}></wvw-catalogue-sync>
      <wvw-catalogue-editions .turn=${this.turn}></wvw-catalogue-editions>
      <wvw-catalogue-reviews .turn=${this.turn} .total=${this.status.need_review}></wvw-catalogue-reviews>`;
  }
}

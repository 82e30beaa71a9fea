import { css, html } from 'lit';
import '@vaadin/combo-box';
import { WvwElement, api, session, words } from 'wvw/ui';
import './differences.js';
import { look } from './look.js';
import { parts } from './parts.js';
import { t as shared } from './words.js';

const t = words({
  heading: ['Compare two squads', 'Comparer deux escouades'],
  left: ['One squad', 'Une escouade'],
  right: ['The other', 'L’autre'],
  choose: ['Choose two squads', 'Choisissez deux escouades'],
  chooseText: [
    'Their players and rules are then shown side by side.',
    'Leurs joueurs et leurs règles s’affichent alors côte à côte.',
  ],
});

/** Two squads side by side; which ones stands in the address. */
class SquadCompare extends WvwElement {
  static properties = { left: { state: true }, right: { state: true }, found: { state: true } };

  static styles = [
    look,
    css`
      .grid2 {
        margin-block-end: var(--wvw-4);
      }
    `,
  ];

  #timer;

  constructor() {
    super();
    this.found = { left: [], right: [] };
  }

  connectedCallback() {
    super.connectedCallback();
    if (!session.user) document.dispatchEvent(new CustomEvent('wvw-sign-in-needed'));
    const query = new URLSearchParams(location.search);
    for (const side of ['left', 'right']) {
      this.#search(side, '');
      const id = query.get(side);
      if (id)
        api.get(`compositions/${encodeURIComponent(id)}`).then(
          (one) => this.#choose(side, item(one)),
          () => undefined,
        );
    }
  }

  async #search(side, q) {
    const page = await api.get(`compositions?limit=30${q ? `&q=${encodeURIComponent(q)}` : ''}`).catch(() => null);
    if (page) this.found = { ...this.found, [side]: page.items.map(item) };
  }

  #typed(side, q) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(side, q), 220);
  }

  #choose(side, one) {
    if (one?.id === this[side]?.id) return;
    this[side] = one;
    const query = new URLSearchParams(
      ['left', 'right'].filter((name) => this[name]).map((name) => [name, this[name].id]),
    );
    history.replaceState({}, '', `/squads/compare?${query}`);
  }

  render() {
    const { left, right } = this;
    return html`<div class="page-head"><h1>${t('heading')}</h1></div>
      ${parts('compare')}
      <div class="grid2">${this.#box('left')} ${this.#box('right')}</div>
      ${
        left && right
          ? html`<wvw-squad-differences .left=${{ id: left.id }} .right=${{ id: right.id }}></wvw-squad-differences>`
          : html`<wvw-empty icon="squads" .heading=${t('choose')} .text=${t('chooseText')}></wvw-empty>`
      }`;
  }

  #box(side) {
    return html`<vaadin-combo-box
      name=${side}
      label=${t(side)}
      item-label-path="label"
      item-value-path="id"
      item-id-path="id"
      .filteredItems=${this.found[side]}
      .selectedItem=${this[side] ?? null}
      @filter-changed=${(event) => this.#typed(side, event.detail.value)}
      @selected-item-changed=${(event) => event.detail.value && this.#choose(side, event.detail.value)}
    ></vaadin-combo-box>`;
  }
}

function item({ id, name, players }) {
  return { id, label: `${name} (${shared('players', { n: players })})` };
}

customElements.define('wvw-squad-compare', SquadCompare);

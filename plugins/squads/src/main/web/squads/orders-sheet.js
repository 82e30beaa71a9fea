import { css, html, nothing } from 'lit';
import { words } from 'wvw/ui';
import { look } from './look.js';
import { MOST_GROUPS } from './plan.js';
import { shortLabel } from './playables.js';
import { Sheet } from './sheet.js';
import { t as shared } from './words.js';

const t = words({
  heading: ['Wishes for the squad', 'Souhaits pour l’escouade'],
  lead: ['The solver keeps to them, whatever it costs.', 'Le solveur les respecte, quoi qu’il en coûte.'],
  groups: ['Subgroups', 'Sous-groupes'],
  auto: ['As few as hold everybody', 'Aussi peu que possible'],
  commander: ['Commander', 'Commandant'],
  none: ['Nobody yet', 'Personne encore'],
  together: ['Keep together', 'Garder ensemble'],
  apart: ['Keep apart', 'Séparer'],
  pair: ['Two or more players', 'Deux joueurs ou plus'],
  standing: ['In force', 'En vigueur'],
  nothing: [
    'No wishes yet. Locks of a single player are set from the player on the board.',
    'Pas encore de souhait. Un joueur seul se verrouille depuis le tableau.',
  ],
  locked: ['{player} stays in {where}', '{player} reste : {where}'],
  plays: ['{player} stays on {build}', '{player} garde {build}'],
  benched: ['{player} stays on the bench', '{player} reste au banc'],
  areTogether: ['{players} together', '{players} ensemble'],
  areApart: ['{players} apart', '{players} séparés'],
  drop: ['Drop: {what}', 'Retirer : {what}'],
  few: ['Choose at least two players.', 'Choisissez au moins deux joueurs.'],
});

/** What the optimiser has to keep to. Fires `order` with the orders that change, and `size`. */
class OrdersSheet extends Sheet {
  static properties = {
    plan: { attribute: false },
    count: { type: Number },
    chosen: { state: true },
    wrong: { state: true },
  };

  static styles = [
    look,
    css`
      .players {
        display: flex;
        flex-wrap: wrap;
        gap: 5px;
        max-height: 170px;
        padding: 3px;
        overflow-y: auto;
      }
      .players .pick {
        padding-inline: 12px;
      }
      .standing li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        padding-block: 2px;
        border-block-start: 1px solid var(--wvw-line);
      }
      h3 {
        margin-block-end: 6px;
      }
    `,
  ];

  constructor() {
    super();
    this.chosen = new Set();
  }

  render() {
    const { orders, people } = this.plan;
    const names = people.map(({ player }) => player).toSorted((a, b) => a.localeCompare(b));
    return this.frame(
      t('heading'),
      html`<div class="stack">
        <p class="muted small">${t('lead')}</p>
        <div class="grid2">
          <label class="field"
            >${t('groups')}
            <select @change=${(event) => this.tell('size', Number(event.target.value))}>
              <option value="0" .selected=${!this.count}>${t('auto')}</option>
              ${Array.from({ length: MOST_GROUPS }, (_, g) => html`<option value=${g + 1} .selected=${this.count === g + 1}>${g + 1}</option>`)}
            </select>
          </label>
          <label class="field"
            >${t('commander')}
            <select @change=${(event) => this.tell('order', { commander: event.target.value })}>
              <option value="">${t('none')}</option>
              ${names.map((one) => html`<option value=${one} .selected=${orders.commander === one}>${one}</option>`)}
            </select>
          </label>
        </div>
        <section>
          <h3 id="pair">${t('pair')}</h3>
          <div class="players" role="group" aria-labelledby="pair">
            ${names.map((one) => html`<button class="pick" aria-pressed=${this.chosen.has(one) ? 'true' : 'false'} @click=${() => this.#choose(one)}>${one}</button>`)}
          </div>
          ${this.wrong ? html`<p class="wrong" role="alert">${t('few')}</p>` : nothing}
          <div class="row">
            <button class="button" @click=${() => this.#group('together')}>${t('together')}</button>
            <button class="button" @click=${() => this.#group('apart')}>${t('apart')}</button>
          </div>
        </section>
        <section>
          <h3>${t('standing')}</h3>
          ${this.#standing(orders)}
        </section>
      </div>`,
      html`<button class="button primary" @click=${this.close}>${shared('close')}</button>`,
    );
  }

  #standing(orders) {
    const { locks, builds, benched, together, apart } = orders;
    const without = (map, key) => Object.fromEntries(Object.entries(map).filter(([one]) => one !== key));
    const rest = (list, gone) => list.filter((one) => one !== gone);
    const all = [
      ...Object.entries(locks).map(([player, n]) => [
        t('locked', { player, where: shared('subgroup', { n }) }),
        { locks: without(locks, player) },
      ]),
      ...Object.entries(builds).map(([player, id]) => [
        t('plays', { player, build: shortLabel(id) }),
        { builds: without(builds, player) },
      ]),
      ...benched.map((player) => [t('benched', { player }), { benched: rest(benched, player) }]),
      ...together.map((list) => [t('areTogether', { players: list.join(', ') }), { together: rest(together, list) }]),
      ...apart.map((list) => [t('areApart', { players: list.join(', ') }), { apart: rest(apart, list) }]),
    ];
    if (!all.length) return html`<p class="muted small">${t('nothing')}</p>`;
    return html`<ul class="standing">
      ${all.map(
        ([what, change]) =>
          html`<li>
            ${what}
            <button class="button quiet icon" @click=${() => this.tell('order', change)}>
              <wvw-icon name="close"></wvw-icon
              ><span class="visually-hidden">${t('drop', { what: String(what) })}</span
            ></button>
          </li>`,
      )}
    </ul>`;
  }

  #choose(player) {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(player)) chosen.add(player);
    this.chosen = chosen;
    this.wrong = false;
  }

  #group(kind) {
    this.wrong = this.chosen.size < 2;
    if (this.wrong) return;
    this.tell('order', { [kind]: [...this.plan.orders[kind], [...this.chosen]] });
    this.chosen = new Set();
  }
}

customElements.define('wvw-orders-sheet', OrdersSheet);

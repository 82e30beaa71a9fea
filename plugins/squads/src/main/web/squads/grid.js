import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { WvwElement, professionSlug, words } from 'wvw/ui';
import './cover.js';
import { met } from './coverage.js';
import { Drag } from './drag.js';
import { gridLook } from './grid-look.js';
import { Keys } from './keys.js';
import { BENCH, PLACES, bench, buildOf } from './plan.js';
import { glide, remember } from './glide.js';
import { playable, shortLabel } from './playables.js';
import { roleName, t as shared } from './words.js';

const t = words({
  board: ['Squad board', 'Tableau de l’escouade'],
  help: [
    'Drag somebody, or choose them for all options. With the keyboard: arrows move, Space or Enter picks up and puts down, Escape cancels, Delete benches, O opens the options.',
    'Faites glisser un joueur, ou choisissez-le pour toutes les options. Au clavier : les flèches déplacent, Espace ou Entrée prend et pose, Échap annule, Suppr met au banc, O ouvre les options.',
  ],
  helpTouch: [
    'Drag somebody by the crest, or hold and drag; tap for all options.',
    'Faites glisser un joueur par son blason, ou maintenez puis glissez ; touchez pour toutes les options.',
  ],
  benchEmpty: [
    'Nobody waits. Drag somebody here to take them out.',
    'Personne n’attend. Glissez quelqu’un ici pour le retirer.',
  ],
  empty: ['Add somebody to subgroup {n}', 'Ajouter quelqu’un au sous-groupe {n}'],
  planned: ['Open', 'À pourvoir'],
  locked: ['stays in this subgroup', 'reste dans ce sous-groupe'],
  fixed: ['stays on this build', 'garde ce build'],
  leads: ['commander', 'commandant'],
  noBuild: ['no build yet', 'pas encore de build'],
});

/**
 * The board: subgroups of five and the bench. Fires `moved` ({player, group, place}), `chosen` ({player}) and `wanted`
 * ({group, place}: somebody is to be put there). With `readonly` it only shows.
 */
class SquadGrid extends WvwElement {
  static properties = {
    plan: { attribute: false },
    standings: { attribute: false },
    moved: { attribute: false },
    readonly: { type: Boolean },
    busy: { type: Boolean, reflect: true },
    at: { state: true },
    carried: { state: true },
    said: { state: true },
  };

  static styles = gridLook;

  #was = null;
  #held = false;
  #keys = new Keys(this);
  #drag = new Drag(this, {
    begin: () => (this.carried = ''),
    over: () => undefined,
    drop: (player, cell) => cell && this.#dropped(player, cell),
  });

  constructor() {
    super();
    this.at = { group: 0, place: 0 };
    this.carried = '';
    this.said = '';
  }

  willUpdate(changed) {
    this.#held = Boolean(this.renderRoot?.activeElement?.matches('.seat, .place'));
    if (changed.has('plan')) this.#settle();
    if (changed.has('plan') && changed.get('plan')) this.#was = remember(this.renderRoot);
  }

  updated() {
    if (this.#was) glide(this.renderRoot, this.#was);
    this.#was = null;
    // Who was focused may have gone elsewhere: the keyboard goes on from the place, and never from the page's beginning.
    if (this.#held && !this.renderRoot.activeElement) this.renderRoot.querySelector('[tabindex="0"]')?.focus();
  }

  render() {
    if (!this.plan) return nothing;
    const { groups } = this.plan;
    return html`
      <div
        role="grid"
        aria-label=${t('board')}
        aria-describedby=${this.readonly ? nothing : 'help'}
        @keydown=${(event) => this.#keys.press(event)}
        @keyup=${(event) => this.#keys.release(event)}
      >
        <div class="groups" role="rowgroup">${groups.map((some, g) => this.#group(some, g))}</div>
        ${this.readonly ? nothing : html`<div class="outside" role="rowgroup">${this.#bench()}</div>`}
      </div>
      ${this.readonly ? nothing : html`<p id="help" class="visually-hidden">${t('help')}</p>`}
      <div class="layer"></div>
      <div class="visually-hidden" aria-live="assertive">${this.said}</div>
    `;
  }

  /** The tab key always finds one place. */
  #settle() {
    const { group, place } = this.at;
    const count = group === BENCH ? bench(this.plan).length : group < this.plan.groups.length ? PLACES : 0;
    if (place >= count && !this.carried) this.at = { group: 0, place: 0 };
  }

  /** The help as the page may show it below the board. */
  static get help() {
    return matchMedia('(pointer: coarse)').matches ? t('helpTouch') : t('help');
  }

  #group(some, g) {
    const own = (this.standings ?? []).filter(({ subgroup }) => subgroup === g + 1);
    const places = this.readonly ? some.length : PLACES;
    return html`<div class="group ${own.every(met) ? '' : 'short'}" role="row" data-group=${g}>
      <div class="top" role="rowheader">
        ${shared('subgroup', { n: g + 1 })}<span class="count">${some.length}/${PLACES}</span>
      </div>
      ${Array.from({ length: places }, (_, place) => this.#cell(some[place], g, place))}
      ${
        own.length
          ? html`<div class="foot" role="gridcell">
              <wvw-squad-cover .standings=${own} .where=${shared('subgroup', { n: g + 1 })}></wvw-squad-cover>
            </div>`
          : nothing
      }
    </div>`;
  }

  #cell(seat, group, place) {
    const classes = {
      cell: true,
      aim: Boolean(this.carried) && this.at.group === group && this.at.place === place,
      moved: Boolean(seat?.player && this.moved?.has(seat.player)),
    };
    return html`<div role="gridcell" class=${classMap(classes)} data-cell data-group=${group} data-place=${place}>
      ${seat ? this.#seat(seat, group, place) : this.#empty(group, place)}
    </div>`;
  }

  #empty(group, place) {
    return html`<button
      class="place"
      tabindex=${this.#tab(group, place)}
      @focus=${() => this.#focused(group, place)}
      @click=${() => this.#tell('wanted', { group, place })}
    >
      <wvw-icon name="plus"></wvw-icon><span class="visually-hidden">${t('empty', { n: group + 1 })}</span
    ></button>`;
  }

  #seat({ player, build }, group, place) {
    const inside = html`<span class="grip"
        ><wvw-crest .profession=${playable(build)?.profession ?? ''}></wvw-crest
      ></span>
      <span class="who"><span class="name">${player || t('planned')}</span>${this.#plays(build)}</span>
      ${this.#marks(player, group)}`;
    const colour = `colour-${professionSlug(playable(build)?.profession ?? '')}`;
    if (this.readonly)
      return html`<div class="seat ${colour} ${player ? '' : 'planned'}" data-player=${player}>${inside}</div>`;
    return html`<button
      class="seat ${colour} ${player ? '' : 'planned'} ${player && this.carried === player ? 'carried' : ''}"
      data-player=${player}
      tabindex=${this.#tab(group, place)}
      @focus=${() => this.#focused(group, place)}
      @pointerdown=${(event) => player && this.#drag.down(event, event.currentTarget)}
      @click=${() => (player ? this.#tell('chosen', { player }) : this.#tell('wanted', { group, place }))}
    >
      ${inside}
    </button>`;
  }

  #plays(build) {
    if (!build) return html`<span class="plays">${t('noBuild')}</span>`;
    const role = playable(build)?.role;
    return html`<span class="plays">${shortLabel(build)}${role ? ` · ${roleName(role)}` : ''}</span>`;
  }

  #marks(player, group) {
    const { commander, locks, builds } = this.plan.orders;
    const mark = (icon, text) => html`<wvw-icon name=${icon}></wvw-icon><span class="visually-hidden">, ${text}</span>`;
    return html`<span class="marks"
      >${player && commander === player ? mark('legend', t('leads')) : nothing}
      ${group !== BENCH && player in locks ? mark('lock', t('locked')) : nothing}
      ${player in builds ? mark('builds', t('fixed')) : nothing}</span
    >`;
  }

  #bench() {
    const out = bench(this.plan);
    return html`<div
      class="bench ${out.length ? '' : 'bare'} ${this.carried && this.at.group === BENCH ? 'aim' : ''}"
      role="row"
      data-cell
      data-group=${BENCH}
    >
      <div class="top" role="rowheader">
        ${shared('bench')}<span class="count">${shared('players', { n: out.length })}</span>
      </div>
      ${
        out.length
          ? html`<div class="out" role="none">
              ${out.map(
                ({ player }, place) =>
                  html`<div role="gridcell" class="cell">
                    ${this.#seat({ player, build: buildOf(this.plan, player) }, BENCH, place)}
                  </div>`,
              )}
            </div>`
          : html`<div class="none" role="gridcell">${t('benchEmpty')}</div>`
      }
    </div>`;
  }

  /** One stop for the tab key in the board, and one at the bench, which scrolls. */
  #tab(group, place) {
    const here = this.at.group === group && this.at.place === place;
    return here || (group === BENCH && place === 0 && this.at.group !== BENCH) ? '0' : '-1';
  }

  #focused(group, place) {
    if (this.at.group !== group || this.at.place !== place) this.at = { group, place };
  }

  #dropped(player, cell) {
    const group = Number(cell.dataset.group);
    this.#tell('moved', { player, group, place: Number(cell.dataset.place ?? 0) });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('wvw-squad-grid', SquadGrid);
export { SquadGrid };

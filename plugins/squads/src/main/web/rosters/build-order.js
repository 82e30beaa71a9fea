import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WvwElement, api, words } from 'wvw/ui';
import { look } from '../squads/look.js';
import { allArchetypes, loadPlayables, longLabel, playable } from '../squads/playables.js';

const t = words({
  none: ['Nothing yet: choose what they can play.', 'Rien encore : choisissez ce qu’il sait jouer.'],
  add: ['Add a build…', 'Ajouter un build…'],
  archetypes: ['Kinds of builds', 'Types de builds'],
  saved: ['Saved builds', 'Builds enregistrés'],
  up: ['Move {build} up', 'Monter {build}'],
  down: ['Move {build} down', 'Descendre {build}'],
  drop: ['Take {build} off', 'Retirer {build}'],
  level: ['How well {build} is played', 'Niveau pour {build}'],
  learning: ['learning', 'apprend'],
  practised: ['practised', 'exercé'],
  fluent: ['fluent', 'maîtrisé'],
  gear: ['Gear missing', 'Équipement incomplet'],
  ordered: ['{build} is number {n} of {of}', '{build} est numéro {n} sur {of}'],
});

/** The builds of a player in order of preference: dragged by the handle, or moved by buttons. Its `value` is what the server takes. */
class BuildOrder extends WvwElement {
  static properties = {
    entry: { attribute: false },
    rows: { state: true },
    saved: { state: true },
    said: { state: true },
  };

  static styles = [
    look,
    css`
      :host {
        display: grid;
        gap: 6px;
        font-weight: 400;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 4px 8px;
        margin-block-end: 5px;
        padding: 4px 4px 4px 0;
        border: 1px solid var(--wvw-line-2);
        border-radius: var(--wvw-radius-m);
        background: var(--wvw-raised);
        --wvw-crest: 24px;
      }
      li.held {
        border-color: var(--wvw-accent);
        box-shadow: var(--wvw-shadow);
      }
      .handle {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 44px;
        padding-inline: 10px 2px;
        color: var(--wvw-text-2);
        cursor: grab;
        touch-action: none;
        font-variant-numeric: tabular-nums;
      }
      .label {
        overflow: hidden;
        font-size: var(--wvw-size-m);
        font-weight: 600;
        text-overflow: ellipsis;
      }
      .moves {
        display: flex;
      }
      .moves .button {
        width: 34px;
        min-height: 40px;
      }
      .up wvw-icon {
        transform: rotate(180deg);
      }
      .how {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        align-items: center;
        gap: 2px 16px;
        padding-inline-start: 10px;
      }
      .how select {
        width: auto;
        min-height: 34px;
        padding-block: 3px;
        font-size: var(--wvw-size-s);
      }
      .how .check {
        min-height: 34px;
      }
    `,
  ];

  #held;

  constructor() {
    super();
    this.rows = [];
    this.said = '';
  }

  connectedCallback() {
    super.connectedCallback();
    api.get('builds?owner=me&limit=100').then(
      async ({ items }) => {
        await loadPlayables(items.map(({ id }) => id));
        this.saved = items.filter(({ id }) => playable(id));
      },
      () => (this.saved = []),
    );
  }

  willUpdate(changed) {
    if (!changed.has('entry')) return;
    const { builds = [], proficiency = {}, gear_missing = [] } = this.entry ?? {};
    this.rows = builds.map((id) => ({ id, level: proficiency[id] ?? 3, gear: !gear_missing.includes(id) }));
  }

  get value() {
    return {
      builds: this.rows.map(({ id }) => id),
      proficiency: Object.fromEntries(this.rows.filter(({ level }) => level < 3).map(({ id, level }) => [id, level])),
      gear_missing: this.rows.filter(({ gear }) => !gear).map(({ id }) => id),
    };
  }

  render() {
    const left = (list) => list.filter(({ id }) => !this.rows.some((row) => row.id === id));
    return html`${this.rows.length ? nothing : html`<p class="muted small">${t('none')}</p>`}
      <ol @pointermove=${this.#dragged} @pointerup=${this.#released} @pointercancel=${this.#released}>
        ${repeat(
          this.rows,
          ({ id }) => id,
          (row, i) => this.#row(row, i),
        )}
      </ol>
      <select aria-label=${t('add')} @change=${(event) => this.#add(event.target)} ?disabled=${this.rows.length >= 20}>
        <option value="">${t('add')}</option>
        <optgroup label=${t('archetypes')}>
          ${left(allArchetypes()).map(({ id }) => html`<option value=${id}>${longLabel(id)}</option>`)}
        </optgroup>
        ${this.saved?.length ? html`<optgroup label=${t('saved')}>${left(this.saved).map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</optgroup>` : nothing}
      </select>
      <div class="visually-hidden" aria-live="polite">${this.said}</div>`;
  }

  #row({ id, level, gear }, i) {
    const build = longLabel(id);
    const button = (name, cls, text, off, act) =>
      html`<button type="button" class="button quiet icon ${cls}" ?disabled=${off} @click=${act}>
        <wvw-icon name=${name}></wvw-icon><span class="visually-hidden">${text}</span
      ></button>`;
    return html`<li data-id=${id} class=${this.#held === id ? 'held' : ''}>
      <span class="handle" aria-hidden="true" @pointerdown=${(event) => this.#hold(event, id)}
        >${i + 1}<wvw-crest .profession=${playable(id)?.profession ?? ''}></wvw-crest
      ></span>
      <span class="label">${build}</span>
      <span class="moves">
        ${button('down', 'up', t('up', { build }), i === 0, () => this.#shift(i, i - 1))}
        ${button('down', '', t('down', { build }), i === this.rows.length - 1, () => this.#shift(i, i + 1))}
        ${button('close', '', t('drop', { build }), false, () => (this.rows = this.rows.filter((row) => row.id !== id)))}
      </span>
      <span class="how">
        <select
          aria-label=${t('level', { build })}
          @change=${(event) => this.#set(id, { level: Number(event.target.value) })}
        >
          ${[3, 2, 1].map((n) => html`<option value=${n} .selected=${n === level}>${t(['', 'learning', 'practised', 'fluent'][n])}</option>`)}
        </select>
        <label class="check small"
          ><input
            type="checkbox"
            .checked=${!gear}
            @change=${(event) => this.#set(id, { gear: !event.target.checked })}
          />${t('gear')}</label
        >
      </span>
    </li>`;
  }

  #add(select) {
    if (select.value) this.rows = [...this.rows, { id: select.value, level: 3, gear: true }];
    select.value = '';
  }

  #set(id, change) {
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...change } : row));
  }

  #shift(from, to) {
    if (from === to || to < 0 || to >= this.rows.length) return;
    const rows = [...this.rows];
    const [row] = rows.splice(from, 1);
    rows.splice(to, 0, row);
    this.rows = rows;
    this.said = t('ordered', { build: longLabel(row.id), n: to + 1, of: rows.length });
  }

  #hold(event, id) {
    if (event.button) return;
    event.preventDefault();
    this.#held = id;
    this.renderRoot.querySelector('ol').setPointerCapture(event.pointerId);
    this.requestUpdate();
  }

  /** The row follows the pointer: it changes places with whichever the pointer is over. */
  #dragged(event) {
    if (!this.#held) return;
    const items = [...this.renderRoot.querySelectorAll('li')];
    const over = items.findIndex((item) => {
      const { top, bottom } = item.getBoundingClientRect();
      return event.clientY >= top && event.clientY <= bottom;
    });
    const from = this.rows.findIndex(({ id }) => id === this.#held);
    if (over >= 0 && over !== from) this.#shift(from, over);
  }

  #released() {
    this.#held = undefined;
    this.requestUpdate();
  }
}

customElements.define('wvw-build-order', BuildOrder);

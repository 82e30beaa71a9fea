import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { WvwElement, words } from 'wvw/ui';
import { gearWords, weaponName } from '../gear-words.js';
import { flawStyles } from './flaws.js';
import './picker.js';
import { holdsWeapon, infusionRoom, pieceOf, statSource, twoHanded, upgradeRoom, weaponsFor, withPiece } from './wardrobe.js';

const t = words({
  empty: ['empty', 'vide'],
  none: ['None', 'Aucune'],
  numbered: ['{name} {n}', '{name} {n}'],
  both: ['The weapon in the other hand takes both.', 'L’arme de l’autre main occupe les deux.'],
});

/** One slot of gear: a line that says what stands there and opens to its fields. Fires `edit` with the new equipment. */
class EditorSlot extends WvwElement {
  static properties = {
    slotId: { attribute: false },
    equipment: { attribute: false },
    facts: { attribute: false },
    prefixes: { attribute: false },
    summary: { attribute: false },
    name: {},
    flaw: {},
    open: { state: true },
  };

  static styles = [
    flawStyles,
    css`
      :host {
        display: block;
        border-block-start: 1px solid var(--wvw-line);
      }
      .line {
        display: grid;
        grid-template-columns: 96px minmax(0, 1fr) auto;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 42px;
        padding: 4px 2px;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .line:hover {
        background: var(--wvw-hover);
      }
      .slot {
        color: var(--wvw-text-2);
        font-size: var(--wvw-size-xs);
        font-weight: 600;
        line-height: 1.3;
      }
      .what {
        font-size: var(--wvw-size-s);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .inside {
        display: block;
        color: var(--wvw-text-2);
        font-size: var(--wvw-size-xs);
        font-weight: 400;
      }
      .what.none {
        color: var(--wvw-text-2);
        font-weight: 400;
      }
      .line wvw-icon {
        color: var(--wvw-text-2);
        --wvw-icon: 16px;
        transition: rotate 0.12s;
      }
      .line[aria-expanded='true'] wvw-icon {
        rotate: 180deg;
      }
      .fields {
        display: grid;
        gap: 10px;
        padding: 6px 2px 14px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: var(--wvw-size-s);
        font-weight: 600;
      }
      select {
        min-height: 42px;
        padding: 6px 8px;
        border: 1px solid var(--wvw-field-line);
        border-radius: var(--wvw-radius-m);
        background: var(--wvw-field);
        color: inherit;
        font: inherit;
        font-weight: 400;
      }
    `,
  ];

  get #piece() {
    return pieceOf(this.equipment, this.slotId);
  }

  render() {
    const { main, inside } = this.summary;
    return html`<button
        class="line"
        type="button"
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => (this.open = !this.open)}
      >
        <span class="slot">${this.name}</span>
        ${main || inside
          ? html`<span class="what">${main} ${inside ? html`<span class="inside">${inside}</span>` : nothing}</span>`
          : html`<span class="what none">${t('empty')}</span>`}
        <wvw-icon name="down"></wvw-icon>
      </button>
      ${this.flaw ? html`<p class="flaw">${this.flaw}</p>` : nothing} ${this.open ? this.#fields() : nothing}`;
  }

  #fields() {
    const piece = this.#piece;
    const both = twoHanded(this.facts, piece.weapon);
    const weapon = holdsWeapon(this.slotId);
    if (this.#blocked()) return html`<p class="fields small muted">${t('both')}</p>`;
    return html`<div class="fields">
      ${weapon ? this.#weapon(piece) : nothing}
      ${weapon && !piece.weapon
        ? nothing
        : html`<wvw-picker
              .label=${gearWords('prefix')}
              source=${statSource(this.slotId)}
              .value=${piece.stat}
              @picked=${(event) => this.#set({ stat: event.detail?.id ?? null })}
            ></wvw-picker>
            ${this.#items('upgrades', weapon ? 'sigil' : 'rune', upgradeRoom(this.slotId, both))}
            ${this.#items('infusions', 'infusion', infusionRoom(this.slotId, both))}`}
    </div>`;
  }

  /** The second hand is not free beside a weapon for both. */
  #blocked() {
    if (!this.slotId.endsWith('2') || !holdsWeapon(this.slotId)) return false;
    return twoHanded(this.facts, pieceOf(this.equipment, this.slotId.replace('2', '1')).weapon);
  }

  #weapon({ weapon }) {
    const offered = weaponsFor(this.facts, this.slotId);
    const all = weapon && !offered.includes(weapon) ? [weapon, ...offered] : offered;
    return html`<label
      >${gearWords('weapon')}
      <select @change=${(event) => this.#arm(event.target.value || null)}>
        <option value="" .selected=${live(!weapon)}>${t('none')}</option>
        ${all.map((type) => html`<option value=${type} .selected=${live(type === weapon)}>${weaponName(type)}</option>`)}
      </select></label
    >`;
  }

  /** A weapon comes with the attributes that most of the gear has; one for both hands empties the other hand. */
  #arm(weapon) {
    const both = twoHanded(this.facts, weapon);
    const piece = this.#piece;
    const stat = piece.stat ?? this.#usual();
    const upgrades = piece.upgrades.slice(0, both ? 2 : 1);
    let equipment = withPiece(this.equipment, { ...piece, weapon, stat, upgrades, infusions: piece.infusions.slice(0, both ? 2 : 1) });
    if (both && this.slotId.endsWith('1')) {
      const second = this.slotId.replace('1', '2');
      equipment = withPiece(equipment, { ...pieceOf(equipment, second), weapon: null });
    }
    this.#edit(equipment);
  }

  #usual() {
    const ids = this.equipment.pieces.map(({ stat }) => stat).filter((stat) => (this.prefixes ?? []).some(({ id }) => id === stat));
    const counts = Map.groupBy(ids, (id) => id);
    return [...counts].sort(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? null;
  }

  #items(field, type, room) {
    const chosen = this.#piece[field];
    return Array.from({ length: room }, (none, index) => {
      const name = gearWords(type);
      return html`<wvw-picker
        .label=${room > 1 ? t('numbered', { name, n: index + 1 }) : name}
        source="upgrades?type=${type}"
        .value=${chosen[index] ?? null}
        @picked=${(event) => {
          const ids = Array.from({ length: room }, (any, at) => (at === index ? (event.detail?.id ?? null) : (chosen[at] ?? null)));
          this.#set({ [field]: ids.filter(Boolean) });
        }}
      ></wvw-picker>`;
    });
  }

  #set(change) {
    this.#edit(withPiece(this.equipment, { ...this.#piece, ...change }));
  }

  #edit(equipment) {
    this.dispatchEvent(new CustomEvent('edit', { detail: equipment }));
  }
}

customElements.define('wvw-editor-slot', EditorSlot);

import { css, html } from 'lit';
import { WvwElement, api, words } from 'wvw/ui';
import { names } from '../facts.js';
import { ARMOUR, TRINKETS, WATER, WEAPONS, gearWords, slotName, weaponName } from '../gear-words.js';
import { flawStyles, flawText } from './flaws.js';
import './picker.js';
import './slot.js';
import { everywhere, infusionsEverywhere, pieceOf, prefixes, runesEverywhere } from './wardrobe.js';

const t = words({
  all: ['All slots at once', 'Tous les emplacements d’un coup'],
  allPrefix: ['Attributes for all', 'Statistiques pour tout'],
  allRune: ['Rune for all', 'Rune pour tout'],
  allInfusion: ['Infusion for all', 'Infusion pour tout'],
  lead: ['Set everything here, then change single slots below.', 'Réglez tout ici, puis changez des emplacements plus bas.'],
});

/** Gear to be chosen: everything at once, then slot by slot. Fires `edit` with the new equipment. */
class EditorGear extends WvwElement {
  static properties = {
    profession: {},
    equipment: { attribute: false },
    flaws: { attribute: false },
    facts: { state: true },
    prefixes: { state: true },
    names: { state: true },
  };

  static styles = [
    flawStyles,
    css`
      :host {
        display: grid;
        gap: var(--wvw-3);
      }
      .all {
        display: grid;
        gap: var(--wvw-3);
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
        gap: var(--wvw-3);
      }
      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
        gap: var(--wvw-3);
        align-items: start;
      }
      .groups .card {
        padding-block-end: 6px;
      }
      h3 {
        margin-block-end: 4px;
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('profession')) this.#loadProfession();
    if (changed.has('equipment')) this.#loadNames();
  }

  connectedCallback() {
    super.connectedCallback();
    prefixes().then(
      (found) => (this.prefixes = found),
      () => (this.prefixes = []),
    );
  }

  async #loadProfession() {
    const { profession } = this;
    const found = await api.get(`professions/${profession}`).catch(() => null);
    if (profession === this.profession) this.facts = found;
  }

  /** What the closed rows say. */
  async #loadNames() {
    const { equipment } = this;
    const [stats, items] = await Promise.all([
      names('itemstats', equipment.pieces.map(({ stat }) => stat ?? 0)).catch(() => new Map()),
      names('upgrades', equipment.pieces.flatMap(({ upgrades, infusions }) => [...upgrades, ...infusions])).catch(() => new Map()),
    ]);
    if (equipment === this.equipment) this.names = { stats, items };
  }

  render() {
    return html`<section class="card all">
        <div>
          <h3>${t('all')}</h3>
          <p class="small muted">${t('lead')}</p>
        </div>
        <div class="fields">${this.#shortcuts()}</div>
        <div class="fields">${['relic', 'food', 'utility'].map((kind) => this.#single(kind))}</div>
      </section>
      <div class="groups">
        ${this.#group(gearWords('weapons'), WEAPONS)} ${this.#group(gearWords('armour'), ARMOUR)}
        ${this.#group(gearWords('trinkets'), TRINKETS)} ${this.#group(gearWords('water'), WATER)}
      </div>`;
  }

  #shortcuts() {
    const { equipment, facts } = this;
    return html`<wvw-picker
        .label=${t('allPrefix')}
        .items=${this.prefixes ?? []}
        .value=${this.#common(({ slot, stat }) => (ARMOUR.includes(slot) ? stat : undefined))}
        @picked=${(event) => this.#edit(everywhere(equipment, event.detail))}
      ></wvw-picker>
      <wvw-picker
        .label=${t('allRune')}
        source="upgrades?type=rune"
        .value=${this.#common(({ slot, upgrades }) => (ARMOUR.includes(slot) ? (upgrades[0] ?? null) : undefined))}
        @picked=${(event) => this.#edit(runesEverywhere(equipment, event.detail?.id ?? null))}
      ></wvw-picker>
      <wvw-picker
        .label=${t('allInfusion')}
        source="upgrades?type=infusion"
        .value=${this.#common(({ infusions, slot }) => (slot === 'amulet' ? undefined : (infusions[0] ?? null)))}
        @picked=${(event) => this.#edit(infusionsEverywhere(equipment, event.detail?.id ?? null, facts))}
      ></wvw-picker>`;
  }

  /** What all pieces share, or null. @param {(piece: any) => number | null | undefined} of undefined leaves a piece out */
  #common(of) {
    const values = new Set(this.equipment.pieces.map(of).filter((value) => value !== undefined));
    return values.size === 1 ? [...values][0] : null;
  }

  #single(kind) {
    return html`<wvw-picker
      .label=${gearWords(kind)}
      source="upgrades?type=${kind}"
      .value=${this.equipment[kind] ?? null}
      .error=${flawText(this.flaws, `/equipment/${kind}`)}
      @picked=${(event) => this.#edit({ ...this.equipment, [kind]: event.detail?.id ?? null })}
    ></wvw-picker>`;
  }

  #group(title, slots) {
    return html`<section class="card">
      <h3>${title}</h3>
      ${slots.map((slot) => this.#slot(slot))}
    </section>`;
  }

  #slot(slot) {
    const index = this.equipment.pieces.findIndex((piece) => piece.slot === slot);
    const flaw = index < 0 ? '' : flawText(this.flaws, `/equipment/pieces/${index}`);
    return html`<wvw-editor-slot
      .slotId=${slot}
      .equipment=${this.equipment}
      .facts=${this.facts}
      .prefixes=${this.prefixes}
      .summary=${this.#summary(pieceOf(this.equipment, slot))}
      .name=${slotName(slot)}
      .flaw=${flaw}
      @edit=${(event) => this.#edit(event.detail)}
    ></wvw-editor-slot>`;
  }

  #summary({ weapon, stat, upgrades, infusions }) {
    const item = (id) => this.names?.items.get(id) ?? `#${id}`;
    const main = [weapon && weaponName(weapon), stat && (this.names?.stats.get(stat) ?? `#${stat}`)];
    return { main: main.filter(Boolean).join(' · '), inside: [...new Set([...upgrades, ...infusions])].map(item).join(' · ') };
  }

  #edit(equipment) {
    this.dispatchEvent(new CustomEvent('edit', { detail: equipment }));
  }
}

customElements.define('wvw-editor-gear', EditorGear);

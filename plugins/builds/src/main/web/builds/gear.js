import { css, html, nothing } from 'lit';
import { WvwElement, words } from 'wvw/ui';
import { names } from './facts.js';
import { ARMOUR, TRINKETS, WATER, WEAPONS, gearWords, slotName, weaponName } from './gear-words.js';

const t = words({
  none: ['No gear is noted for this build.', 'Aucun équipement n’est noté pour ce build.'],
  times: ['{n} × {name}', '{n} × {name}'],
});

/** The gear of a build, to be read: what stands in each slot, with what is in it. */
class BuildGear extends WvwElement {
  static properties = { equipment: { attribute: false }, stats: { state: true }, upgrades: { state: true } };

  static styles = css`
    :host {
      display: block;
    }
    .groups {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr));
      gap: var(--wvw-4);
      align-items: start;
    }
    h3 {
      margin-block-end: 4px;
      color: var(--wvw-text-2);
      font-size: var(--wvw-size-s);
    }
    li {
      display: grid;
      grid-template-columns: 96px minmax(0, 1fr);
      gap: 8px;
      padding-block: 6px;
      border-block-start: 1px solid var(--wvw-line);
    }
    .slot {
      color: var(--wvw-text-2);
      font-size: var(--wvw-size-xs);
      font-weight: 600;
      line-height: 1.9;
    }
    .what {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .what strong {
      font-weight: 620;
    }
  `;

  willUpdate(changed) {
    if (changed.has('equipment') && this.equipment) this.#load();
  }

  /** Names come after the shapes: without them the ids would stand there. */
  async #load() {
    const { equipment } = this;
    const stats = equipment.pieces.map(({ stat }) => stat ?? 0);
    const items = equipment.pieces.flatMap(({ upgrades, infusions }) => [...upgrades, ...infusions]);
    const { relic, food, utility } = equipment;
    const [found, known] = await Promise.all([
      names('itemstats', stats).catch(() => new Map()),
      names('upgrades', [...items, relic, food, utility]).catch(() => new Map()),
    ]);
    if (equipment !== this.equipment) return;
    this.stats = found;
    this.upgrades = known;
  }

  render() {
    const { pieces, relic, food, utility } = this.equipment ?? { pieces: [] };
    if (!pieces.length && !relic && !food && !utility) {
      return html`<section class="card">
        <h2>${gearWords('gear')}</h2>
        <p class="muted">${t('none')}</p>
      </section>`;
    }
    return html`<section class="card">
      <h2>${gearWords('gear')}</h2>
      <div class="groups">
        ${this.#group(gearWords('weapons'), WEAPONS)} ${this.#group(gearWords('armour'), ARMOUR)}
        ${this.#group(gearWords('trinkets'), TRINKETS)} ${this.#group(gearWords('water'), WATER)}
        ${relic || food || utility
          ? html`<div>
              <h3>${gearWords('consumables')}</h3>
              <ul>
                ${['relic', 'food', 'utility'].map((kind) => this.#single(kind, this.equipment[kind]))}
              </ul>
            </div>`
          : nothing}
      </div>
    </section>`;
  }

  #group(title, slots) {
    const pieces = slots.map((slot) => this.equipment.pieces.find((piece) => piece.slot === slot)).filter(Boolean);
    if (!pieces.length) return nothing;
    return html`<div>
      <h3>${title}</h3>
      <ul>
        ${pieces.map((piece) => this.#piece(piece))}
      </ul>
    </div>`;
  }

  #piece({ slot, weapon, stat, upgrades, infusions }) {
    const inside = [...this.#counted(upgrades), ...this.#counted(infusions)];
    return html`<li>
      <span class="slot">${slotName(slot)}</span>
      <span class="what">
        ${weapon ? html`<strong>${weaponName(weapon)}</strong>${stat ? ' · ' : nothing}` : nothing}
        ${stat ? html`<strong lang="en">${this.stats?.get(stat) ?? `#${stat}`}</strong>` : nothing}
        ${inside.length ? html`<div class="small muted" lang="en">${inside.join(' · ')}</div>` : nothing}
      </span>
    </li>`;
  }

  #single(kind, id) {
    if (!id) return nothing;
    return html`<li>
      <span class="slot">${gearWords(kind)}</span>
      <strong class="what" lang="en">${this.#item(id)}</strong>
    </li>`;
  }

  #counted(ids) {
    return [...new Set(ids)].map((id) => {
      const n = ids.filter((other) => other === id).length;
      return n > 1 ? t('times', { n, name: this.#item(id) }) : this.#item(id);
    });
  }

  #item(id) {
    return this.upgrades?.get(id) ?? `#${id}`;
  }
}

customElements.define('wvw-build-gear', BuildGear);

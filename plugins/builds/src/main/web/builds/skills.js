import { css, html } from 'lit';
import { WvwElement, words } from 'wvw/ui';
import { t } from './words.js';

const w = words({
  land: ['On land', 'Sur terre'],
  water: ['Under water', 'Sous l’eau'],
  heal: ['Heal', 'Soin'],
  utility: ['Utility', 'Utilitaire'],
  elite: ['Elite', 'Élite'],
  pets: ['Pets', 'Familiers'],
  legends: ['Legends', 'Légendes'],
  second: ['Utilities of the second legend', 'Utilitaires de la seconde légende'],
});

const SLOTS = ['heal', 'utility', 'utility', 'utility', 'elite'];

/** What a build uses in one place, land or water: five skills, pets or legends. */
class BuildSkills extends WvwElement {
  static properties = { place: {}, template: { attribute: false } };

  static styles = css`
    :host {
      display: block;
    }
    .card {
      height: 100%;
    }
    h3 {
      display: flex;
      align-items: center;
      gap: 8px;
      margin-block-end: 10px;
    }
    h3 wvw-icon {
      color: var(--wvw-accent-text);
    }
    .slots {
      display: grid;
      gap: 2px;
    }
    .slots > li {
      display: grid;
      grid-template-columns: 78px minmax(0, 1fr);
      align-items: baseline;
      gap: 8px;
      padding: 5px 0;
      border-block-start: 1px solid var(--wvw-line);
    }
    .slots > li:first-child {
      border: 0;
    }
    .slot {
      color: var(--wvw-text-2);
      font-size: var(--wvw-size-xs);
      font-weight: 600;
    }
    .name {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .none {
      color: var(--wvw-text-2);
      font-weight: 400;
    }
    .more {
      margin-block-start: 10px;
      padding-block-start: 10px;
      border-block-start: 1px solid var(--wvw-line);
    }
  `;

  render() {
    const { place, template } = this;
    const { pets, legends } = template;
    return html`<section class="card" aria-label=${w(place === 'terrestrial' ? 'land' : 'water')}>
      <h3>
        <wvw-icon name=${place === 'terrestrial' ? 'land' : 'water'}></wvw-icon>
        ${w(place === 'terrestrial' ? 'land' : 'water')}
      </h3>
      <ul class="slots">
        ${SLOTS.map((slot, index) => this.#slot(slot, template[place], index))}
      </ul>
      ${pets ? this.#group('pets', 'paw', pets[place]) : ''}
      ${legends ? this.#group('legends', 'legend', legends[place]) : ''}
      ${legends ? this.#second(legends[place === 'terrestrial' ? 'inactive_terrestrial' : 'inactive_aquatic']) : ''}
    </section>`;
  }

  #slot(slot, bar, index) {
    const skill = bar.skills[index];
    const palette = bar.palette_ids[index] ?? 0;
    return html`<li>
      <span class="slot">${w(slot)}</span>
      ${skill || palette
        ? html`<span class="name" lang="en">${skill?.name ?? t('unknown', { id: palette })}</span>`
        : html`<span class="none">${t('empty')}</span>`}
    </li>`;
  }

  /** A Revenant carries the utilities of his other legend too. */
  #second(bar) {
    const named = (bar?.skills ?? []).filter(Boolean);
    if (!named.length) return '';
    return html`<div class="more">
      <div class="slot">${w('second')}</div>
      <p class="small" lang="en">${named.map(({ id, name }) => name ?? t('unknown', { id })).join(' · ')}</p>
    </div>`;
  }

  #group(key, icon, things) {
    const named = things.filter(Boolean);
    return html`<div class="more row">
      <span class="slot">${w(key)}</span>
      ${named.length
        ? named.map(
            ({ id, name }) =>
              html`<span class="tag" lang="en"><wvw-icon name=${icon}></wvw-icon>${name ?? t('unknown', { id })}</span>`,
          )
        : html`<span class="none small">${t('empty')}</span>`}
    </div>`;
  }
}

customElements.define('wvw-build-skills', BuildSkills);

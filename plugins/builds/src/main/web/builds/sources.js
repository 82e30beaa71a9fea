import { css, html, nothing } from 'lit';
import { WvwElement, number, words } from 'wvw/ui';
import { weaponName } from './gear-words.js';

const t = words({
  heading: ['Boons and cleansing', 'Avantages et purification'],
  none: ['Nothing chosen here gives boons or removes conditions.', 'Rien ici ne donne d’avantage ni ne retire d’altération.'],
  removes: ['Conditions removed', 'Altérations retirées'],
  breaks: ['Stun breaks', 'Sorties de contrôle'],
  trait: ['trait', 'aptitude'],
  land: ['on land', 'sur terre'],
  water: ['under water', 'sous l’eau'],
  targets: ['{n} targets', '{n} cibles'],
  seconds: ['{n} s', '{n} s'],
  count: ['{n} source|{n} sources', '{n} source|{n} sources'],
});

const boons = words({
  Stability: ['Stability', 'Stabilité'],
  Alacrity: ['Alacrity', 'Alacrité'],
  Quickness: ['Quickness', 'Célérité'],
  Might: ['Might', 'Pouvoir'],
  Fury: ['Fury', 'Fureur'],
  Protection: ['Protection', 'Protection'],
  Aegis: ['Aegis', 'Égide'],
  Resistance: ['Resistance', 'Résistance'],
  Resolution: ['Resolution', 'Détermination'],
  Regeneration: ['Regeneration', 'Régénération'],
  Swiftness: ['Swiftness', 'Rapidité'],
  Vigor: ['Vigor', 'Vigueur'],
});

/** In the order in which a commander asks. */
const ORDER = ['Stability', 'Quickness', 'Alacrity', 'Protection', 'Resistance', 'Resolution', 'Aegis', 'Might', 'Fury', 'Regeneration', 'Swiftness', 'Vigor'];

/** Which boons a build gives and what it removes, each with its sources. */
class BuildSources extends WvwElement {
  static properties = { sources: { attribute: false } };

  static styles = css`
    :host {
      display: block;
    }
    .card > h2 {
      margin-block-end: var(--wvw-2);
    }
    details {
      border-block-start: 1px solid var(--wvw-line);
    }
    details:first-of-type {
      border: 0;
    }
    summary {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 38px;
      cursor: pointer;
      font-weight: 600;
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    summary wvw-icon {
      margin-inline-start: auto;
      color: var(--wvw-text-2);
      --wvw-icon: 16px;
      transition: rotate 0.12s;
    }
    details[open] summary wvw-icon {
      rotate: 180deg;
    }
    .mark {
      width: 9px;
      height: 9px;
      border-radius: 2px;
      background: var(--colour, var(--wvw-accent));
      transform: rotate(45deg);
    }
    ul {
      display: grid;
      gap: 4px;
      padding: 0 0 10px 17px;
      font-size: var(--wvw-size-s);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      overflow-wrap: anywhere;
    }
  `;

  render() {
    const sources = this.sources ?? [];
    const groups = ORDER.map((boon) => ({
      title: boons(boon),
      rows: sources.flatMap((source) =>
        source.boons.filter((one) => one.boon === boon).map(({ duration, stacks }) => ({ source, duration, stacks })),
      ),
    }));
    groups.push(
      { title: t('removes'), rows: sources.filter((one) => one.conditions_removed).map((source) => ({ source, stacks: source.conditions_removed })) },
      { title: t('breaks'), rows: sources.filter((one) => one.stun_break).map((source) => ({ source })) },
    );
    const shown = groups.filter(({ rows }) => rows.length);
    return html`<section class="card">
      <h2>${t('heading')}</h2>
      ${shown.length ? shown.map((group) => this.#group(group)) : html`<p class="muted">${t('none')}</p>`}
    </section>`;
  }

  #group({ title, rows }) {
    return html`<details>
      <summary>
        <span class="mark"></span>${title}<span class="muted small">${t('count', { n: rows.length })}</span
        ><wvw-icon name="down"></wvw-icon>
      </summary>
      <ul>
        ${rows.map((row) => this.#row(row))}
      </ul>
    </details>`;
  }

  #row({ source, duration, stacks }) {
    const facts = [
      this.#place(source),
      stacks > 1 ? `× ${number(stacks)}` : '',
      duration ? t('seconds', { n: number(duration) }) : '',
      source.targets ? t('targets', { n: source.targets }) : '',
    ].filter(Boolean);
    return html`<li><span lang="en">${source.name}</span>${facts.length ? html`<span class="muted">${facts.join(' · ')}</span>` : nothing}</li>`;
  }

  #place({ place }) {
    return ['trait', 'land', 'water'].includes(place) ? t(place) : weaponName(place);
  }
}

customElements.define('wvw-build-sources', BuildSources);

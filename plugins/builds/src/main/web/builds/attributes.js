import { css, html, nothing } from 'lit';
import { WvwElement, number, words } from 'wvw/ui';

const t = words({
  heading: ['Attributes', 'Statistiques'],
  a: ['Weapon set 1', 'Jeu d’armes 1'],
  b: ['Weapon set 2', 'Jeu d’armes 2'],
  aquatic_a: ['Aquatic set 1', 'Jeu aquatique 1'],
  aquatic_b: ['Aquatic set 2', 'Jeu aquatique 2'],
  sets: ['Which weapons are in hand', 'Armes en main'],
  power: ['Power', 'Puissance'],
  precision: ['Precision', 'Précision'],
  toughness: ['Toughness', 'Robustesse'],
  vitality: ['Vitality', 'Vitalité'],
  ferocity: ['Ferocity', 'Férocité'],
  condition_damage: ['Condition damage', 'Dégâts par altération'],
  expertise: ['Expertise', 'Expertise'],
  concentration: ['Concentration', 'Concentration'],
  healing_power: ['Healing power', 'Guérison'],
  health: ['Health', 'Santé'],
  critical_chance: ['Critical chance', 'Chance de critique'],
  critical_damage: ['Critical damage', 'Dégâts critiques'],
  condition_duration: ['Condition duration', 'Durée des altérations'],
  boon_duration: ['Boon duration', 'Durée des avantages'],
  percent: ['{n} %', '{n} %'],
  none: ['Choose gear, and its attributes stand here.', 'Choisissez l’équipement : ses statistiques apparaissent ici.'],
  others: ['Beside attributes', 'En plus'],
  counted: ['Without traits, boons and what a fight brings.', 'Sans aptitudes, avantages ni effets de combat.'],
});

const POINTS = ['power', 'precision', 'toughness', 'vitality', 'ferocity', 'condition_damage', 'expertise', 'concentration', 'healing_power'];
const RESULTS = ['health', 'critical_chance', 'critical_damage', 'condition_duration', 'boon_duration'];
/** What a build without gear has: the bar of an attribute shows what gear adds to it. */
const BASE = { power: 1000, precision: 1000, toughness: 1000, vitality: 1000 };
const FULL = 1800;

/** The attributes that the gear gives, with one set of weapons at a time. */
class BuildAttributes extends WvwElement {
  static properties = { sets: { attribute: false }, chosen: { state: true } };

  static styles = css`
    :host {
      display: block;
    }
    .card {
      display: grid;
      gap: var(--wvw-3);
    }
    .card > .row h2 {
      margin: 0;
    }
    .results {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
      gap: 6px;
    }
    .results > div {
      display: flex;
      flex-direction: column-reverse;
      justify-content: flex-end;
      padding: 7px 10px;
      border: 1px solid var(--wvw-line);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-raised);
    }
    .results dd {
      font-size: 1.0625rem;
      font-weight: 700;
      font-variant-numeric: tabular-nums;
    }
    .results dt {
      color: var(--wvw-text-2);
      font-size: var(--wvw-size-xs);
    }
    .points {
      display: grid;
      gap: 7px;
    }
    .points > div {
      display: grid;
      grid-template-columns: minmax(112px, 10rem) 3.4rem minmax(30px, 1fr);
      align-items: center;
      gap: 8px;
      font-size: var(--wvw-size-s);
    }
    .points dd {
      font-weight: 650;
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
    meter {
      display: block;
      width: 100%;
      height: 7px;
      appearance: none;
      border: 0;
      border-radius: 999px;
      background: var(--wvw-hover);
      overflow: hidden;
    }
    meter::-webkit-meter-inner-element {
      display: block;
      height: 7px;
    }
    meter::-webkit-meter-bar {
      height: 7px;
      border: 0;
      border-radius: 999px;
      background: var(--wvw-hover);
    }
    meter::-webkit-meter-optimum-value {
      height: 7px;
      border-radius: 999px;
      background: var(--colour, var(--wvw-accent));
    }
    meter::-moz-meter-bar {
      background: var(--colour, var(--wvw-accent));
    }
    .zero {
      color: var(--wvw-text-2);
    }
  `;

  render() {
    const sets = this.sets ?? [];
    const set = sets.find((one) => one.set === this.chosen) ?? sets[0];
    return html`<section class="card">
      <div class="row spread">
        <h2>${t('heading')}</h2>
        ${sets.length > 1
          ? html`<div class="row" role="group" aria-label=${t('sets')}>${sets.map((one) => this.#pick(one, set))}</div>`
          : nothing}
      </div>
      ${set ? this.#set(set) : html`<p class="muted">${t('none')}</p>`}
    </section>`;
  }

  #pick(one, set) {
    return html`<button class="pick plain" aria-pressed=${one === set ? 'true' : 'false'} @click=${() => (this.chosen = one.set)}>
      ${t(one.set)}
    </button>`;
  }

  #set(set) {
    return html`<dl class="results">
        ${RESULTS.map(
          (name) => html`<div>
            <dt>${t(name)}</dt>
            <dd>${name === 'health' ? number(set[name]) : t('percent', { n: number(Math.round(set[name] * 100) / 100) })}</dd>
          </div>`,
        )}
      </dl>
      <dl class="points">${POINTS.map((name) => this.#points(name, set[name]))}</dl>
      ${set.others.length ? this.#others(set.others) : nothing}
      ${set.warnings.map((warning) => html`<p class="small muted">${warning}</p>`)}
      <p class="small muted">${t('counted')}</p>`;
  }

  #points(name, value) {
    const added = value - (BASE[name] ?? 0);
    return html`<div class=${added ? '' : 'zero'}>
      <dt>${t(name)}</dt>
      <dd>${number(value)}</dd>
      <dd aria-hidden="true"><meter min="0" max=${FULL} value=${Math.min(added, FULL)}></meter></dd>
    </div>`;
  }

  #others(others) {
    const text = ({ attribute, value, percent }) => `${attribute} ${value > 0 ? '+' : ''}${number(value)}${percent ? ' %' : ''}`;
    return html`<div>
      <h3>${t('others')}</h3>
      <p class="small" lang="en">${others.map(text).join(' · ')}</p>
    </div>`;
  }
}

customElements.define('wvw-build-attributes', BuildAttributes);

import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { WvwElement, words } from 'wvw/ui';
import { traitGrids } from '../catalogue.js';
import { facts } from '../facts.js';
import { flawStyles, flawText } from './flaws.js';

const t = words({
  line: ['Specialisation {n}', 'Spécialisation {n}'],
  none: ['None', 'Aucune'],
  adept: ['Adept', 'Adepte'],
  master: ['Master', 'Maître'],
  grandmaster: ['Grandmaster', 'Grand maître'],
  core: ['Core', 'De base'],
  elite: ['Elite', 'Élite'],
  choose: ['Choose a specialisation to see its traits.', 'Choisissez une spécialisation pour voir ses aptitudes.'],
});

const TIERS = ['adept', 'master', 'grandmaster'];

/** The three specialisations and their traits, to be chosen. Fires `edit` with the new lines. */
class EditorLines extends WvwElement {
  static properties = {
    profession: {},
    lines: { attribute: false },
    flaws: { attribute: false },
    all: { state: true },
    grids: { state: true },
  };

  static styles = [
    flawStyles,
    css`
      :host {
        display: grid;
        gap: var(--wvw-3);
      }
      .line {
        display: grid;
        grid-template-columns: minmax(150px, 200px) minmax(0, 1fr);
        border: 1px solid var(--wvw-line);
        border-radius: var(--wvw-radius-l);
        background: var(--wvw-surface);
        overflow: hidden;
      }
      .head {
        display: grid;
        align-content: center;
        gap: 6px;
        padding: var(--wvw-3);
        border-inline-start: 4px solid var(--colour);
        background: linear-gradient(90deg, color-mix(in oklab, var(--colour) 22%, var(--wvw-surface)), var(--wvw-surface));
      }
      .head label {
        font-size: var(--wvw-size-s);
        font-weight: 600;
      }
      select {
        width: 100%;
        min-height: 42px;
        padding: 6px 8px;
        border: 1px solid var(--wvw-field-line);
        border-radius: var(--wvw-radius-m);
        background: var(--wvw-field);
        color: inherit;
        font: inherit;
      }
      .tiers {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 8px;
        padding: 10px 12px 12px;
      }
      fieldset {
        display: grid;
        align-content: start;
        gap: 5px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 4px;
        font-size: 0.6875rem;
        letter-spacing: 0.05em;
      }
      .trait {
        position: relative;
        display: flex;
        align-items: center;
        min-height: 40px;
        padding: 4px 9px;
        border: 1px solid var(--wvw-line);
        border-radius: var(--wvw-radius-m);
        color: var(--wvw-text-2);
        font-size: var(--wvw-size-s);
        line-height: 1.25;
        overflow-wrap: anywhere;
        cursor: pointer;
      }
      .trait:hover {
        border-color: var(--wvw-line-3);
      }
      .trait:has(:checked) {
        border-color: var(--colour);
        background: color-mix(in oklab, var(--colour) 20%, var(--wvw-surface));
        color: var(--wvw-text);
        font-weight: 600;
      }
      .trait:has(:focus-visible) {
        outline: 2px solid var(--wvw-focus);
        outline-offset: 1px;
      }
      .trait input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .choose {
        align-self: center;
        padding: var(--wvw-3);
      }
      @media (max-width: 699px) {
        .line {
          grid-template-columns: minmax(0, 1fr);
        }
        .tiers {
          gap: 5px;
          padding: 8px 6px;
        }
        .trait {
          min-height: 46px;
          padding: 4px 6px;
          font-size: 0.75rem;
        }
        legend.eyebrow {
          font-size: 0.625rem;
          letter-spacing: 0.02em;
        }
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('profession')) this.#loadAll();
    if (changed.has('lines')) this.#loadGrids();
  }

  async #loadAll() {
    const { profession } = this;
    const all = await facts(`specializations?profession=${profession}`).catch(() => []);
    if (profession === this.profession) this.all = [...all].sort((one, other) => one.name.localeCompare(other.name));
  }

  async #loadGrids() {
    const { lines } = this;
    const grids = await traitGrids(lines.map(({ id }) => id)).catch(() => new Map());
    if (lines === this.lines) this.grids = grids;
  }

  render() {
    return html`${[0, 1, 2].map((index) => this.#line(this.lines[index] ?? { id: 0, choices: [] }, index))}`;
  }

  #line(line, index) {
    const flaw = flawText(this.flaws, `/template/specializations/${index}`);
    const grid = this.grids?.get(line.id);
    return html`<section class="line" aria-label=${t('line', { n: index + 1 })}>
      <div class="head">
        <label for="line-${index}">${t('line', { n: index + 1 })}</label>
        <select id="line-${index}" aria-invalid=${flaw ? 'true' : 'false'} @change=${(event) => this.#choose(index, Number(event.target.value))}>
          ${this.#options(line, index)}
        </select>
        ${flaw ? html`<p class="flaw">${flaw}</p>` : nothing}
      </div>
      ${line.id
        ? html`<div class="tiers">${TIERS.map((tier, column) => this.#tier(line, index, tier, column, grid))}</div>`
        : html`<p class="choose muted small">${t('choose')}</p>`}
    </section>`;
  }

  /** Elite ones stand third, and each one stands once. */
  #options(line, index) {
    const taken = this.lines.filter((other, place) => place !== index).map(({ id }) => id);
    const free = (this.all ?? []).filter(({ id, elite }) => !taken.includes(id) && (index === 2 || !elite));
    const unknown = line.id && !free.some(({ id }) => id === line.id);
    const option = ({ id, name }) => html`<option value=${id} .selected=${live(id === line.id)}>${name}</option>`;
    const elites = free.filter(({ elite }) => elite);
    return html`<option value="0" .selected=${live(!line.id)}>${t('none')}</option>
      ${unknown ? html`<option value=${line.id} .selected=${live(true)}>${line.name ?? `#${line.id}`}</option>` : nothing}
      ${elites.length
        ? html`<optgroup label=${t('elite')}>${elites.map(option)}</optgroup>
            <optgroup label=${t('core')}>${free.filter(({ elite }) => !elite).map(option)}</optgroup>`
        : free.map(option)}`;
  }

  #tier(line, index, tier, column, grid) {
    return html`<fieldset>
      <legend class="eyebrow">${t(tier)}</legend>
      ${[1, 2, 3].map((row) => {
        const on = line.choices[column] === row;
        const name = grid?.majors[column * 3 + row - 1]?.name ?? (on ? line.traits?.[column]?.name : '') ?? '…';
        return html`<label class="trait">
          <input type="radio" name="t-${index}-${column}" .checked=${on} @change=${() => this.#trait(index, column, row)} />
          <span lang="en">${name || '…'}</span>
        </label>`;
      })}
    </fieldset>`;
  }

  #choose(index, id) {
    const known = this.all.find((one) => one.id === id);
    this.#set(index, { id, name: known?.name, elite: known?.elite, choices: [0, 0, 0], traits: [] });
  }

  #trait(index, column, row) {
    const line = this.lines[index];
    const choices = [0, 1, 2].map((place) => (place === column ? row : (line.choices[place] ?? 0)));
    this.#set(index, { ...line, choices });
  }

  #set(index, line) {
    const lines = [0, 1, 2].map((place) => (place === index ? line : (this.lines[place] ?? { id: 0, choices: [0, 0, 0] })));
    this.dispatchEvent(new CustomEvent('edit', { detail: lines }));
  }
}

customElements.define('wvw-editor-lines', EditorLines);

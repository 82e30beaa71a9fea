import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WvwElement, api, professionName, session } from 'wvw/ui';
import './archetype-sheet.js';
import { t } from './judgement-words.js';
import './kind.js';
import { look } from './look.js';
import { parts } from './parts.js';
import { loadArchetypes } from './playables.js';
import './rules-sheet.js';
import { capabilities, capabilityName, roleName, ruleSetTitle } from './words.js';

/** What builds give and what squads need, as the guild judges: everybody reads it, commanders change it. */
class SquadJudgements extends WvwElement {
  static properties = {
    archetypes: { state: true },
    sets: { state: true },
    problem: { state: true },
    q: { state: true },
    gives: { state: true },
    sheet: { state: true },
  };

  static styles = [
    look,
    css`
      .sets {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr));
        gap: var(--wvw-3);
        margin-block-end: var(--wvw-5);
      }
      .sets .card {
        display: grid;
        gap: 6px;
        align-content: start;
        padding: 14px 16px;
      }
      .needs {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .bar {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
        gap: var(--wvw-3);
        margin-block: var(--wvw-3);
      }
      .kinds {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
        gap: var(--wvw-3);
      }
      @media (max-width: 599px) {
        .bar {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.q = '';
    this.gives = '';
  }

  connectedCallback() {
    super.connectedCallback();
    if (session.user) this.#load();
    else document.dispatchEvent(new CustomEvent('wvw-sign-in-needed'));
  }

  async #load() {
    this.problem = null;
    try {
      [this.archetypes, this.sets] = await Promise.all([
        loadArchetypes(true),
        api.get('rule-sets').then(({ items }) => items),
      ]);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
      </div>
      ${parts('judgements')} ${this.#content()} ${this.#sheet()}`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.archetypes) return html`<wvw-skeleton even lines="8"></wvw-skeleton>`;
    const commander = session.is('commander');
    const add = (text, sheet) =>
      commander
        ? html`<button class="button" @click=${() => (this.sheet = sheet)}>
            <wvw-icon name="plus"></wvw-icon>${text}
          </button>`
        : nothing;
    return html`<div class="row spread">
        <h2>${t('rules')}</h2>
        ${add(t('addRules'), { set: null })}
      </div>
      <br />
      <div class="sets">${this.sets.map((set) => this.#set(set, commander))}</div>
      <div class="row spread">
        <h2>${t('archetypes')}</h2>
        ${add(t('add'), { archetype: null })}
      </div>
      ${this.#bar()} ${this.#kinds(commander)}`;
  }

  #set(set, commander) {
    const title = ruleSetTitle(set);
    const needs = (rows) =>
      html`<div class="needs">
        ${rows.map(({ capability, need }) => html`<span class="tag">${capabilityName(capability)} ${need}</span>`)}
      </div>`;
    return html`<section class="card">
      <div class="row spread">
        <h3>${title}</h3>
        ${commander ? this.#edit(title, { set }) : nothing}
      </div>
      <p class="muted small">
        ${t('players', { from: set.fewest_players, to: set.most_players })} · ${set.shipped ? t('shipped') : t('own')}
      </p>
      ${
        set.subgroup.length
          ? html`<p class="small">${t('each')}</p>
              ${needs(set.subgroup)}`
          : nothing
      }
      ${
        set.squad.length
          ? html`<p class="small">${t('whole')}</p>
              ${needs(set.squad)}`
          : nothing
      }
    </section>`;
  }

  #edit(name, sheet) {
    return html`<button class="button quiet icon" @click=${() => (this.sheet = sheet)}>
      <wvw-icon name="edit"></wvw-icon><span class="visually-hidden">${t('edit', { name })}</span
    ></button>`;
  }

  #bar() {
    return html`<div class="bar" role="search">
      <label class="field"
        >${t('search')}<input type="search" .value=${this.q} @input=${(event) => (this.q = event.target.value)}
      /></label>
      <label class="field"
        >${t('gives')}
        <select @change=${(event) => (this.gives = event.target.value)}>
          <option value="">${t('anything')}</option>
          ${capabilities.map((key) => html`<option value=${key} .selected=${key === this.gives}>${capabilityName(key)}</option>`)}
        </select>
      </label>
    </div>`;
  }

  #kinds(commander) {
    const q = this.q.trim().toLowerCase();
    const text = (one) =>
      `${one.id} ${one.specialization} ${one.profession} ${professionName(one.profession)} ${roleName(one.role)}`.toLowerCase();
    const some = this.archetypes
      .filter((one) => text(one).includes(q) && (!this.gives || one.capabilities[this.gives]))
      .toSorted(
        (a, b) =>
          (this.gives ? b.capabilities[this.gives] - a.capabilities[this.gives] : 0) ||
          a.profession.localeCompare(b.profession) ||
          a.id.localeCompare(b.id),
      );
    if (!some.length)
      return html`<wvw-empty icon="search" .heading=${t('nothing')} .text=${t('nothingText')}></wvw-empty>`;
    return html`<ul class="kinds">
      ${repeat(
        some,
        ({ id }) => id,
        (one) =>
          html`<li>
            <wvw-kind
              .archetype=${one}
              .commander=${commander}
              @edit=${() => (this.sheet = { archetype: one })}
            ></wvw-kind>
          </li>`,
      )}
    </ul>`;
  }

  #sheet() {
    const { sheet } = this;
    if (!sheet) return nothing;
    const closed = () => (this.sheet = null);
    return 'set' in sheet
      ? html`<wvw-rules-sheet .set=${sheet.set} @changed=${this.#load} @closed=${closed}></wvw-rules-sheet>`
      : html`<wvw-archetype-sheet
          .archetype=${sheet.archetype}
          @changed=${this.#load}
          @closed=${closed}
        ></wvw-archetype-sheet>`;
  }
}

customElements.define('wvw-squad-judgements', SquadJudgements);

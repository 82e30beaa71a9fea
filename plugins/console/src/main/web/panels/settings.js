import { css, html, nothing } from 'lit';
import '@vaadin/text-field';
import { WvwElement, api, words } from 'wvw/ui';
import { meaning } from '../words/settings.js';

const t = words({
  heading: ['Settings', 'Réglages'],
  lead: [
    'What is in force, and where it was set. They are changed in gw2.toml or the environment, and hold from the next start.',
    'Ce qui est en vigueur, et où cela a été réglé. On les change dans gw2.toml ou l’environnement ; ils valent au prochain démarrage.',
  ],
  search: ['Search the settings', 'Chercher un réglage'],
  all: ['All', 'Tous'],
  own: ['Set here', 'Modifiés'],
  which: ['Which settings', 'Quels réglages'],
  empty: ['empty', 'vide'],
  default: ['default', 'par défaut'],
  instead: ['instead of {value}', 'au lieu de {value}'],
  none: ['Nothing fits', 'Rien ne correspond'],
  noneText: ['No setting contains these words.', 'Aucun réglage ne contient ces mots.'],
  untouched: ['Everything is at its default.', 'Tout est à sa valeur par défaut.'],
  count: ['{n} setting|{n} settings', '{n} réglage|{n} réglages'],
});

/** Every setting by its table, with its value, its source and its meaning. */
export default class SettingsPage extends WvwElement {
  static properties = {
    settings: { state: true },
    problem: { state: true },
    q: { state: true },
    own: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-3);
    }
    .page-head {
      margin: 0;
    }
    .page-head p {
      max-width: 70ch;
    }
    .filters {
      display: grid;
      grid-template-columns: minmax(220px, 1fr) auto;
      align-items: center;
      gap: var(--wvw-3);
    }
    vaadin-text-field wvw-icon {
      color: var(--wvw-text-2);
    }
    h2 {
      font: 650 var(--wvw-size-m) var(--wvw-mono);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 5fr) minmax(0, 4fr);
      gap: 2px var(--wvw-4);
      padding-block: 10px;
      border-block-start: 1px solid var(--wvw-line);
      overflow-wrap: anywhere;
    }
    li:first-of-type {
      border: 0;
    }
    code {
      font: 500 0.92em var(--wvw-mono);
    }
    .own code {
      color: var(--wvw-accent-text);
      font-weight: 650;
    }
    @media (max-width: 699px) {
      .filters,
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  constructor() {
    super();
    this.q = '';
    this.own = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      this.settings = (await api.get('settings')).items;
    } catch (problem) {
      this.problem = problem;
    }
  }

  get #shown() {
    const words = this.q.toLowerCase().split(/\s+/);
    return this.settings.filter(
      ({ key, value, source, meaning: english }) =>
        (!this.own || source !== 'default') &&
        words.every((word) => `${key} ${value} ${meaning(english) ?? english}`.toLowerCase().includes(word)),
    );
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
      </div>
      ${this.#content()}`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.settings) return html`<div class="card"><wvw-skeleton lines="8"></wvw-skeleton></div>`;
    const shown = this.#shown;
    const tables = Map.groupBy(shown, ({ key }) => key.slice(0, key.lastIndexOf('.')));
    return html`<div class="filters">
        <vaadin-text-field
          clear-button-visible
          accessible-name=${t('search')}
          .placeholder=${t('search')}
          maxlength="100"
          autocomplete="off"
          @value-changed=${(event) => (this.q = event.detail.value.trim())}
        >
          <wvw-icon slot="prefix" name="search"></wvw-icon>
        </vaadin-text-field>
        <div class="row" role="group" aria-label=${t('which')}>${this.#pick(false, 'all')} ${this.#pick(true, 'own')}</div>
      </div>
      <div class="muted small" role="status">${t('count', { n: shown.length })}</div>
      ${shown.length ? nothing : this.#none()}
      ${[...tables].map(
        ([table, settings]) => html`<section class="card">
          <h2>[${table}]</h2>
          <ul>
            ${settings.map((setting) => this.#setting(setting, table))}
          </ul>
        </section>`,
      )}`;
  }

  #none() {
    const text = this.own && !this.q ? t('untouched') : t('noneText');
    return html`<wvw-empty icon="sliders" .heading=${t('none')} .text=${text}></wvw-empty>`;
  }

  #pick(own, name) {
    return html`<button class="pick plain" aria-pressed=${this.own === own ? 'true' : 'false'} @click=${() => (this.own = own)}>
      ${t(name)}
    </button>`;
  }

  #setting({ key, value, source, fallback, meaning: english }, table) {
    const set = source !== 'default';
    const known = meaning(english);
    return html`<li class=${set ? 'own' : ''}>
      <div>
        <code>${key.slice(table.length + 1)}</code>
        <div class="muted small" lang=${known ? nothing : 'en'}>${known ?? english}</div>
      </div>
      <div>
        ${value ? html`<code>${value}</code>` : html`<span class="muted">${t('empty')}</span>`}
        <div class="muted small">
          ${set ? source : t('default')}${set && fallback && fallback !== value
            ? html` · ${t('instead', { value: fallback })}`
            : nothing}
        </div>
      </div>
    </li>`;
  }
}

import { css, html } from 'lit';
import { live } from 'lit/directives/live.js';
import '@vaadin/text-field';
import { WvwElement, words } from 'wvw/ui';

const t = words({
  search: ['Search the entries', 'Chercher dans les entrées'],
  levels: ['Levels', 'Niveaux'],
  error: ['Errors', 'Erreurs'],
  warning: ['Warnings', 'Avertissements'],
  info: ['Information', 'Informations'],
  debug: ['Debug', 'Débogage'],
  since: ['Time', 'Période'],
  always: ['Any time', 'Tout'],
  '15m': ['15 minutes', '15 minutes'],
  '1h': ['1 hour', '1 heure'],
  '24h': ['24 hours', '24 heures'],
  '7d': ['7 days', '7 jours'],
});

const LEVELS = ['error', 'warning', 'info', 'debug'];
const LENGTHS = ['15m', '1h', '24h', '7d'];

/** What to look for in a log: text, levels, time. Fires `filtered` with the new filters. */
class LogFilters extends WvwElement {
  static properties = { filters: { attribute: false } };

  static styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--wvw-3);
    }
    vaadin-text-field {
      flex: 1 1 240px;
    }
    vaadin-text-field wvw-icon {
      color: var(--wvw-text-2);
    }
    select {
      min-height: 40px;
      padding: 6px 10px;
      border: 1px solid var(--wvw-line-2);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-raised);
      color: var(--wvw-text);
      font: inherit;
    }
  `;

  #timer = 0;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #levels() {
    return this.filters.level.split(',').filter(Boolean);
  }

  render() {
    const { q, since } = this.filters;
    return html`<vaadin-text-field
        clear-button-visible
        accessible-name=${t('search')}
        .placeholder=${t('search')}
        .value=${q}
        maxlength="200"
        autocomplete="off"
        @value-changed=${this.#typed}
      >
        <wvw-icon slot="prefix" name="search"></wvw-icon>
      </vaadin-text-field>
      <div class="row" role="group" aria-label=${t('levels')}>
        ${LEVELS.map(
          (level) => html`<button
            class="pick plain"
            aria-pressed=${this.#levels.includes(level) ? 'true' : 'false'}
            @click=${() => this.#toggle(level)}
          >
            ${t(level)}
          </button>`,
        )}
      </div>
      <select aria-label=${t('since')} @change=${(event) => this.#set({ since: event.target.value })}>
        <option value="" .selected=${live(!since)}>${t('always')}</option>
        ${LENGTHS.map((length) => html`<option value=${length} .selected=${live(since === length)}>${t(length)}</option>`)}
      </select>`;
  }

  #toggle(level) {
    const chosen = this.#levels;
    const next = chosen.includes(level) ? chosen.filter((other) => other !== level) : [...chosen, level];
    this.#set({ level: next.join(',') });
  }

  #typed(event) {
    const q = event.detail.value.trim();
    if (q === this.filters.q) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set({ q }), 300);
  }

  #set(change) {
    this.dispatchEvent(new CustomEvent('filtered', { detail: { ...this.filters, ...change } }));
  }
}

customElements.define('wvw-log-filters', LogFilters);

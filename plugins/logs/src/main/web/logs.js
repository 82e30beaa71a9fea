import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WvwElement, api, navigate, words } from 'wvw/ui';
import './logs/entry.js';
import './logs/filters.js';
import { Reader } from './logs/reader.js';

const t = words({
  heading: ['Logs', 'Journaux'],
  lead: ['What the server and its neighbours wrote down, the newest first.', 'Ce que le serveur et ses voisins ont noté, du plus récent au plus ancien.'],
  sources: ['Logs', 'Journaux'],
  application: ['Server', 'Serveur'],
  access: ['Requests', 'Requêtes'],
  'nginx-access': ['nginx requests', 'Requêtes nginx'],
  'nginx-error': ['nginx errors', 'Erreurs nginx'],
  journal: ['System journal', 'Journal système'],
  backups: ['Backups', 'Sauvegardes'],
  none: ['Nothing fits', 'Rien ne correspond'],
  noneText: [
    'No entry of this log fits these filters. Widen the time or take a filter away.',
    'Aucune entrée de ce journal ne correspond à ces filtres. Élargissez la période ou retirez un filtre.',
  ],
  clear: ['Clear the filters', 'Effacer les filtres'],
  older: ['Show older', 'Afficher plus ancien'],
  searching: [
    'Nothing in this part of a long log. Going on may find some.',
    'Rien dans cette partie d’un long journal. Continuer peut en trouver.',
  ],
  goOn: ['Look further back', 'Chercher plus loin'],
  live: ['Live', 'En direct'],
  paused: ['Paused', 'En pause'],
  broken: ['Live reading broke off; it starts again by itself.', 'La lecture en direct s’est interrompue ; elle reprend d’elle-même.'],
  added: ['{n} new entry|{n} new entries', '{n} nouvelle entrée|{n} nouvelles entrées'],
});

const NAMES = ['level', 'q', 'since'];

/** The logs for administrators: choose one, narrow it down, and watch what comes in. */
export default class LogsPanel extends WvwElement {
  static properties = { path: { attribute: false }, sources: { state: true }, problem: { state: true } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-3);
    }
    .page-head {
      margin: 0;
    }
    nav a {
      text-decoration: none;
    }
    nav a[aria-current] {
      border-color: var(--wvw-accent-line);
      background: var(--wvw-accent-soft);
      color: var(--wvw-text);
      font-weight: 600;
    }
    .live::before {
      content: '';
      width: 9px;
      height: 9px;
      border-radius: 50%;
      background: var(--wvw-line-3);
    }
    .live[aria-pressed='true']::before {
      background: var(--wvw-good);
    }
    ol.card {
      padding: 2px 0;
      overflow: hidden;
    }
    .more {
      justify-self: center;
    }
  `;

  #reader = new Reader(this);

  get #source() {
    return (this.path ?? '/logs').split('/')[2] || 'application';
  }

  get #filters() {
    const query = new URLSearchParams(location.search);
    return Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? '']));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#list();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#reader.close();
  }

  async #list() {
    this.problem = null;
    try {
      this.sources = (await api.get('logs')).items.map(({ id }) => id);
    } catch (problem) {
      this.problem = problem;
    }
  }

  willUpdate(changed) {
    if (changed.has('path')) this.#reader.open(this.#source, this.#filters);
  }

  render() {
    const live = this.#reader.live;
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
        <button class="button live" aria-pressed=${live ? 'true' : 'false'} @click=${() => this.#reader.listen(!live)}>
          ${t(live ? 'live' : 'paused')}
        </button>
      </div>
      ${this.#sourcesRow()}
      <wvw-log-filters .filters=${this.#filters} @filtered=${(event) => this.#filter(event.detail)}></wvw-log-filters>
      <div class="visually-hidden" role="status">
        ${this.#reader.added ? t('added', { n: this.#reader.added }) : nothing}
      </div>
      ${this.#reader.broken ? html`<div class="note warn" role="status">${t('broken')}</div>` : nothing} ${this.#content()}`;
  }

  #sourcesRow() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#list}></wvw-problem>`;
    return html`<nav class="row" aria-label=${t('sources')}>
      ${(this.sources ?? [this.#source]).map(
        (id) => html`<a class="pick plain" href="/logs/${id}" aria-current=${id === this.#source ? 'page' : nothing}
          >${t(id)}</a
        >`,
      )}
    </nav>`;
  }

  #content() {
    const { problem, entries, cursor, busy } = this.#reader;
    if (problem) return html`<wvw-problem .problem=${problem} @retry=${() => this.#reader.again()}></wvw-problem>`;
    if (!entries) return html`<div class="card"><wvw-skeleton lines="8"></wvw-skeleton></div>`;
    if (!entries.length && !cursor) {
      return html`<wvw-empty icon="search" .heading=${t('none')} .text=${t('noneText')}>
        <button class="button" @click=${() => this.#filter({ level: '', q: '', since: '' })}>${t('clear')}</button>
      </wvw-empty>`;
    }
    return html`${entries.length
        ? html`<ol class="card">
            ${repeat(
              entries,
              (entry) => entry,
              (entry) => html`<wvw-log-entry role="listitem" .entry=${entry}></wvw-log-entry>`,
            )}
          </ol>`
        : html`<p class="muted">${t('searching')}</p>`}
    ${cursor
      ? html`<button
          class="button more"
          aria-busy=${busy ? 'true' : 'false'}
          @click=${() => this.#reader.older()}
        >
          ${t(entries.length ? 'older' : 'goOn')}
        </button>`
      : nothing}`;
  }

  #filter(filters) {
    const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString();
    navigate(`/logs/${this.#source}${query ? `?${query}` : ''}`, { replace: true });
    this.#reader.open(this.#source, filters);
  }
}

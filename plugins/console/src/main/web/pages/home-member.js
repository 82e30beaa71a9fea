import { css, html, nothing } from 'lit';
import { WvwElement, api, number, session, words } from 'wvw/ui';
import { hasPanel, inSlot } from '../shell/panels.js';
import './activities.js';
import './activity-chart.js';
import './panel-card.js';

const t = words({
  morning: ['Good morning, {name}', 'Bonjour, {name}'],
  day: ['Hello, {name}', 'Bonjour, {name}'],
  evening: ['Good evening, {name}', 'Bonsoir, {name}'],
  paste: ['Read a build from the game', 'Lire un build du jeu'],
  builds: ['My builds', 'Mes builds'],
  compositions: ['Squads', 'Escouades'],
  teams: ['Teams', 'Équipes'],
  recent: ['Recent activity', 'Activité récente'],
  figures: ['In figures', 'En chiffres'],
});

/** A member's first page: what is his, what happened, and a box to read the next build. */
class HomeMember extends WvwElement {
  static properties = { panels: { attribute: false }, stats: { state: true }, counted: { state: true } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-4);
    }
    .figures {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: var(--wvw-3);
    }
    .figure {
      display: flex;
      flex-direction: column-reverse;
      min-height: 92px;
      justify-content: space-between;
      padding: var(--wvw-3) var(--wvw-4);
    }
    .figure dd {
      font-size: 1.75rem;
      font-weight: 700;
      line-height: 1.2;
      font-variant-numeric: tabular-nums;
      letter-spacing: -0.02em;
    }
    .figure dt {
      color: var(--wvw-text-2);
      font-size: var(--wvw-size-s);
      font-weight: 550;
    }
    .paste {
      background: linear-gradient(115deg, var(--wvw-accent-soft), var(--wvw-surface) 62%);
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
      align-items: start;
      gap: var(--wvw-4);
    }
    .columns:not(:has(wvw-panel-card)) {
      grid-template-columns: minmax(0, 1fr);
    }
    @media (max-width: 899px) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @media (max-width: 599px) {
      .figures {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .figure {
        min-height: 84px;
      }
    }
  `;

  constructor() {
    super();
    this.counted = true;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.stats = await api.get('dashboard/stats');
    } catch (problem) {
      this.stats = {}; // Dashes, where the figures cannot be had now.
      this.counted = problem.status !== 404; // Without the plugin there are none.
    }
  }

  render() {
    // Signing out renders this once more before the visitor's page takes its place.
    if (!session.user) return nothing;
    const cards = inSlot(this.panels ?? [], 'home');
    return html`
      <h1>${this.#greeting()}</h1>
      ${hasPanel(this.panels, 'builds')
        ? html`<section class="card paste">
            <h2>${t('paste')}</h2>
            <wvw-paste></wvw-paste>
          </section>`
        : nothing}
      ${this.counted ? this.#figures() : nothing}
      <div class="columns">
        <div class="stack">
          <wvw-activity-chart></wvw-activity-chart>
          <wvw-activities></wvw-activities>
        </div>
        ${cards.length
          ? html`<div class="stack">
              ${cards.map((panel) => html`<wvw-panel-card .panel=${panel}></wvw-panel-card>`)}
            </div>`
          : ''}
      </div>
    `;
  }

  #greeting() {
    const hour = new Date().getHours();
    const key = hour < 5 || hour >= 18 ? 'evening' : hour < 12 ? 'morning' : 'day';
    return t(key, { name: session.user.username });
  }

  #figures() {
    return html`<h2 class="visually-hidden">${t('figures')}</h2>
      <dl class="figures">
        ${this.#figure('builds', 'total_builds')} ${this.#figure('compositions', 'total_compositions')}
        ${this.#figure('teams', 'total_teams')} ${this.#figure('recent', 'recent_activity_count')}
      </dl>`;
  }

  #figure(key, name) {
    const value = this.stats?.[name];
    return html`<div class="card figure">
      <dt>${t(key)}</dt>
      <dd>${value === undefined ? (this.stats ? '–' : '\u00a0') : number(value)}</dd>
    </div>`;
  }
}

customElements.define('wvw-home-member', HomeMember);

import { css, html, nothing } from 'lit';
import { WvwElement, api, number, relative, words } from 'wvw/ui';
import { contributed } from './contributions.js';
import { health } from './health.js';
import { checkName, pluginTitle } from '../words/plugins.js';
import { inWords } from '../words/reasons.js';
import { statusTag } from './status.js';

const t = words({
  heading: ['Plugins and health', 'Plugins et santé'],
  health: ['Health', 'Santé'],
  plugins: ['Plugins', 'Plugins'],
  up: ['started {when}', 'démarré {when}'],
  checked: ['checked {when}', 'contrôlé {when}'],
  bundled: ['bundled', 'fourni'],
  foreign: ['third party', 'tiers'],
  again: ['Check again', 'Vérifier à nouveau'],
  todo: ['What to do:', 'Que faire :'],
  ms: ['{n} ms', '{n} ms'],
  nothing: ['adds nothing', 'n’ajoute rien'],
});

/** Every plugin with its state and remedy, and every health check. */
export default class PluginsPage extends WvwElement {
  static properties = { health: { state: true }, plugins: { state: true }, problem: { state: true } };

  static styles = css`
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr);
      align-items: start;
      gap: var(--wvw-4);
    }
    .list > li {
      display: grid;
      gap: 6px;
      padding-block: 14px;
      border-block-start: 1px solid var(--wvw-line);
    }
    .list > li:first-child {
      padding-block-start: 0;
      border: 0;
    }
    .list > li:last-child {
      padding-block-end: 0;
    }
    .list .row {
      gap: 4px 10px;
    }
    .end {
      margin-inline-start: auto;
    }
    .note {
      margin-block-start: 4px;
      overflow-wrap: anywhere;
    }
    @media (max-width: 899px) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      [this.health, this.plugins] = await Promise.all([
        health(),
        api.get('plugins').then((list) => list.items),
      ]);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="page-head">
        <h1>${t('heading')}</h1>
        <button class="button" @click=${this.#load}><wvw-icon name="retry"></wvw-icon>${t('again')}</button>
      </div>
      ${this.#content()}`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.plugins) return html`<div class="card"><wvw-skeleton lines="8"></wvw-skeleton></div>`;
    return html`<div class="columns">
      <section class="card">
        <h2>${t('plugins')}</h2>
        <ul class="list">
          ${this.plugins.map((plugin) => this.#plugin(plugin))}
        </ul>
      </section>
      ${this.#health()}
    </div>`;
  }

  #plugin({ id, title, version, state, bundled, reason, remedy, contributions }) {
    const adds = Object.entries(contributions ?? {}).map(([kind, n]) => contributed(kind, n));
    return html`<li>
      <div class="row">
        <strong>${pluginTitle({ id, title })}</strong><span class="muted small">${id} ${version}</span>
        <span class="end">${statusTag(state)}</span>
      </div>
      <div class="muted small">
        ${bundled ? t('bundled') : t('foreign')} · ${adds.length ? adds.join(', ') : t('nothing')}
      </div>
      ${reason
        ? html`<div class="note ${state === 'DISABLED' ? '' : 'bad'}">
            <div>
              <p>${reason}</p>
              ${remedy ? html`<p><strong>${t('todo')}</strong> ${remedy}</p>` : nothing}
            </div>
          </div>`
        : nothing}
    </li>`;
  }

  #health() {
    const { status, version, detail } = this.health;
    const checks = detail?.checks ?? [];
    return html`<section class="card">
      <h2>${t('health')}</h2>
      <div class="stack">
        <div class="row">${statusTag(status)}<span class="muted small">WvW Builder ${version}</span></div>
        <p class="muted small">
          ${detail
            ? `${t('up', { when: relative(Date.now() - detail.uptime_seconds * 1000) })} · ${t('checked', { when: relative(detail.checked_at) })}`
            : nothing}
        </p>
        <ul class="list">
          ${checks.map(
            (check) => html`<li>
              <div class="row">
                <strong>${checkName(check)}</strong>
                <span class="end">${statusTag(check.status)}</span>
              </div>
              <div class="muted small">${check.plugin}/${check.name} · ${t('ms', { n: number(check.millis) })}</div>
              ${check.why ? html`<p class="small">${inWords(check.why)}</p>` : nothing}
            </li>`,
          )}
        </ul>
      </div>
    </section>`;
  }
}

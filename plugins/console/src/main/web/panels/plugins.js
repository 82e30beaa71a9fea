import { css, html, nothing } from 'lit';
import { WvwElement, api, number, relative, words } from 'wvw/ui';
import { health } from './health.js';
import { checkName } from '../words/plugins.js';
import { inWords } from '../words/reasons.js';
import './plugin-item.js';
import { statusTag } from './status.js';

const t = words({
  heading: ['Plugins and health', 'Plugins et santé'],
  health: ['Health', 'Santé'],
  plugins: ['Plugins', 'Plugins'],
  up: ['started {when}', 'démarré {when}'],
  checked: ['checked {when}', 'contrôlé {when}'],
  again: ['Check again', 'Vérifier à nouveau'],
  ms: ['{n} ms', '{n} ms'],
  others: [
    'Plugins are installed and removed on the server itself, because a plugin may do there whatever the server may:',
    'Les plugins s’installent et se retirent sur le serveur même, car un plugin peut y faire tout ce que peut le serveur :',
  ],
  restart: ['Every change takes effect at the next start:', 'Tout changement prend effet au prochain démarrage :'],
  several: [
    'Where several servers share a database, each has its own plugins and switches: this page shows and switches those of the one that answers. Do it on each.',
    'Quand plusieurs serveurs partagent une base, chacun a ses plugins et ses réglages : cette page montre et change ceux du serveur qui répond. À faire sur chacun.',
  ],
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
    .others {
      display: grid;
      gap: 6px;
      margin-block-start: 14px;
      padding-block-start: 14px;
      border-block-start: 1px solid var(--wvw-line);
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
          ${this.plugins.map(
            (plugin) => html`<li>
              <wvw-plugin-item .plugin=${plugin} @switched=${(event) => this.#switched(event.detail)}></wvw-plugin-item>
            </li>`,
          )}
        </ul>
        ${this.#others()}
      </section>
      ${this.#health()}
    </div>`;
  }

  /** Bringing a plugin is bringing code: a browser that somebody left open must not be enough for it. */
  #others() {
    return html`<div class="others small">
      <p>${t('others')}</p>
      <p><code>gw2 plugins install FILE.zip</code> · <code>gw2 plugins remove ID</code></p>
      <p class="muted">${t('restart')} <code>systemctl restart gw2-backend</code></p>
      <p class="muted">${t('several')}</p>
    </div>`;
  }

  #switched(plugin) {
    this.plugins = this.plugins.map((known) => (known.id === plugin.id ? plugin : known));
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

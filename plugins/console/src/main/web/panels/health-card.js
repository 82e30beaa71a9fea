import { css, html } from 'lit';
import { WvwElement, words } from 'wvw/ui';
import { checkName } from '../words/plugins.js';
import { inWords } from '../words/reasons.js';
import { health } from './health.js';
import { statusTag } from './status.js';

const t = words({
  more: ['Plugins and health', 'Plugins et santé'],
  all: ['The one check passes.|All {n} checks pass.', 'Le seul contrôle est bon.|Les {n} contrôles sont bons.'],
});

/** The server's health in a few words, for administrators' home page. */
export default class HealthCard extends WvwElement {
  static properties = { health: { state: true }, problem: { state: true } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-3);
      min-height: 84px;
      align-content: start;
    }
    li {
      display: grid;
      gap: 2px;
      overflow-wrap: anywhere;
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      this.health = await health();
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.health) return html`<wvw-skeleton lines="2"></wvw-skeleton>`;
    const { status, version, detail } = this.health;
    const checks = detail?.checks ?? [];
    const ailing = checks.filter((check) => check.status !== 'ok');
    return html`
      <div class="row">${statusTag(status)}<span class="muted small">WvW Builder ${version}</span></div>
      ${ailing.length
        ? html`<ul class="stack">
            ${ailing.map((check) => html`<li><strong>${checkName(check)}</strong><span>${inWords(check.why)}</span></li>`)}
          </ul>`
        : html`<p class="muted">${t('all', { n: checks.length })}</p>`}
      <a href="/plugins">${t('more')}</a>
    `;
  }
}

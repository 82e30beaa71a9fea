import { css, html, nothing } from 'lit';
import { WvwElement, api, relative, words } from 'wvw/ui';
import { eventName } from './words.js';
import './form.js';
import './secret.js';

const t = words({
  add: ['New webhook', 'Nouveau webhook'],
  none: ['No webhooks yet', 'Aucun webhook'],
  noneText: [
    'A webhook announces saved builds, backups or alerts where your guild reads them.',
    'Un webhook annonce les builds, les sauvegardes ou les alertes là où votre guilde les lit.',
  ],
  active: ['active', 'actif'],
  paused: ['paused', 'en pause'],
  stopped: ['stopped', 'arrêté'],
  failing: ['fails since {when}', 'échoue depuis {when}'],
  delivered: ['delivered {when}', 'livré {when}'],
  never: ['nothing delivered yet', 'rien livré pour l’instant'],
});

/** All webhooks, and the form of a new one. */
class WebhookList extends WvwElement {
  static properties = { items: { state: true }, problem: { state: true }, adding: { state: true }, secret: { state: true } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-3);
    }
    .button {
      justify-self: start;
    }
    li {
      padding-block: 12px;
      border-block-start: 1px solid var(--wvw-line);
      overflow-wrap: anywhere;
    }
    li:first-child {
      border: 0;
    }
    a {
      font-weight: 600;
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    this.problem = null;
    try {
      this.items = (await api.get('webhooks')).items;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`${this.adding
        ? html`<wvw-webhook-form @made=${this.#made} @left=${() => (this.adding = false)}></wvw-webhook-form>`
        : html`<button class="button primary" @click=${this.#add}><wvw-icon name="plus"></wvw-icon>${t('add')}</button>`}
      ${this.secret ? html`<wvw-webhook-secret .text=${this.secret}></wvw-webhook-secret>` : nothing}
      ${this.#list()}`;
  }

  #list() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.load}></wvw-problem>`;
    if (!this.items) return html`<div class="card"><wvw-skeleton lines="4"></wvw-skeleton></div>`;
    if (!this.items.length) {
      return this.adding
        ? nothing
        : html`<wvw-empty icon="link" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`;
    }
    return html`<ul class="card">
      ${this.items.map(
        (one) => html`<li>
          <a href="/webhooks/${one.id}">${one.name}</a> <span class="tag">${t(one.state)}</span>
          <div class="muted small">${one.url} · ${one.events.map(eventName).join(', ')}</div>
          <div class="muted small">${this.#standing(one)}</div>
        </li>`,
      )}
    </ul>`;
  }

  #standing({ failing_since, delivered_at }) {
    if (failing_since) return t('failing', { when: relative(failing_since) });
    return delivered_at ? t('delivered', { when: relative(delivered_at) }) : t('never');
  }

  #add() {
    this.adding = true;
    this.secret = null;
  }

  #made({ detail }) {
    this.adding = false;
    this.secret = detail.secret;
    this.load();
  }
}

customElements.define('wvw-webhook-list', WebhookList);

import { css, html } from 'lit';
import { WvwElement, words } from 'wvw/ui';
import './webhooks/list.js';
import './webhooks/detail.js';

const t = words({
  heading: ['Webhooks', 'Webhooks'],
  lead: [
    'Tell a channel in Discord, or another program, what happens here.',
    'Prévenir un salon Discord, ou un autre programme, de ce qui se passe ici.',
  ],
  back: ['All webhooks', 'Tous les webhooks'],
});

/** Webhooks, for administrators: the list with what makes a new one, and the page of one with its deliveries. */
export default class WebhooksPanel extends WvwElement {
  static properties = { path: { attribute: false } };

  static styles = css`
    .back {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      margin-block-end: var(--wvw-3);
    }
  `;

  get #id() {
    return /^\/webhooks\/([0-9a-f-]{36})$/.exec(this.path ?? '')?.[1];
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
      </div>
      ${this.#id
        ? html`<a class="back" href="/webhooks"><wvw-icon name="back"></wvw-icon>${t('back')}</a>
            <wvw-webhook-detail .key=${this.#id}></wvw-webhook-detail>`
        : html`<wvw-webhook-list></wvw-webhook-list>`}`;
  }
}

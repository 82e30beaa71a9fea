import { css, html } from 'lit';
import { WvwElement, copy, words } from 'wvw/ui';

const t = words({
  once: [
    'The secret, shown this once: the receiver checks signatures with it.',
    'Le secret, affiché cette seule fois : le destinataire vérifie les signatures avec lui.',
  ],
  copy: ['Copy the secret', 'Copier le secret'],
  copied: ['The secret was copied', 'Le secret est copié'],
});

/** A secret that the server tells once. */
class WebhookSecret extends WvwElement {
  static properties = { text: { attribute: false } };

  static styles = css`
    .note {
      display: grid;
      gap: var(--wvw-2);
      justify-items: start;
    }
    code {
      overflow-wrap: anywhere;
      user-select: all;
    }
  `;

  render() {
    return html`<div class="note warn" role="status">
      <strong>${t('once')}</strong>
      <code>${this.text}</code>
      <button class="button" @click=${() => copy(this.text, t('copied'))}>
        <wvw-icon name="copy"></wvw-icon>${t('copy')}
      </button>
    </div>`;
  }
}

customElements.define('wvw-webhook-secret', WebhookSecret);

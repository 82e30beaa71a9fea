import { css, html } from 'lit';
import { WvwElement, copy, words } from 'wvw/ui';

const t = words({
  once: ['Shown this once: keep it now.', 'Affiché cette seule fois : gardez-le maintenant.'],
  copy: ['Copy', 'Copier'],
});

/** A secret that the server tells once. */
class ShownOnce extends WvwElement {
  static properties = { text: { attribute: false } };

  static styles = css`
    .note {
      display: grid;
      gap: var(--wvw-2);
      justify-items: start;
      margin-block: var(--wvw-3);
    }
    pre {
      margin: 0;
      font: 500 var(--wvw-size-s) / 1.7 var(--wvw-mono);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      user-select: all;
    }
  `;

  render() {
    return html`<div class="note warn" role="status">
      <strong>${t('once')}</strong>
      <pre>${this.text}</pre>
      <button class="button" @click=${() => copy(this.text)}><wvw-icon name="copy"></wvw-icon>${t('copy')}</button>
    </div>`;
  }
}

customElements.define('wvw-shown-once', ShownOnce);

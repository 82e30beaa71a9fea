import { css, html, nothing } from 'lit';
import { WvwElement, words } from 'wvw/ui';

const t = words({
  offline: [
    'You are offline. What you see may be old; changes wait until you are back.',
    'Vous êtes hors ligne. Les données affichées peuvent dater ; les modifications attendront votre retour.',
  ],
});

/** Tells that the network is gone, as long as it is. */
class WvwBanner extends WvwElement {
  static properties = { offline: { state: true } };

  static styles = css`
    .note {
      align-items: center;
      border-width: 0 0 1px;
      border-radius: 0;
    }
  `;

  constructor() {
    super();
    this.offline = !navigator.onLine;
    addEventListener('online', () => (this.offline = false));
    addEventListener('offline', () => (this.offline = true));
  }

  render() {
    return html`<div role="status">
      ${this.offline
        ? html`<div class="note warn"><wvw-icon name="offline"></wvw-icon>${t('offline')}</div>`
        : nothing}
    </div>`;
  }
}

customElements.define('wvw-banner', WvwBanner);

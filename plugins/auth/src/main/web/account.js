import { css, html } from 'lit';
import { WvwElement, session, words } from 'wvw/ui';
import './account/names.js';
import './account/password.js';
import './account/factor.js';
import './account/identities.js';
import './account/sessions.js';
import './account/tokens.js';
import './account/leave.js';

const t = words({
  heading: ['Your account', 'Votre compte'],
  lead: ['How you sign in, and from where.', 'Comment vous vous connectez, et d’où.'],
});

/** One's own account: names, password, second factor, sessions, tokens for scripts, and the way out. */
export default class AccountPanel extends WvwElement {
  static styles = css`
    .sections {
      display: grid;
      gap: var(--wvw-4);
      max-width: 780px;
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    if (!session.user) document.dispatchEvent(new CustomEvent('wvw-sign-in-needed'));
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
      </div>
      <div class="sections">
        <wvw-account-names></wvw-account-names>
        <wvw-account-password></wvw-account-password>
        <wvw-account-factor></wvw-account-factor>
        <wvw-account-identities></wvw-account-identities>
        <wvw-account-sessions></wvw-account-sessions>
        <wvw-account-tokens></wvw-account-tokens>
        <wvw-account-leave></wvw-account-leave>
      </div>`;
  }
}

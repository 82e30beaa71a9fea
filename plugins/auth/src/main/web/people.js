import { css, html, nothing } from 'lit';
import { LazyPanel, words } from 'wvw/ui';

const t = words({
  heading: ['People', 'Membres'],
  lead: ['Who may come in, what they may do, and what was done.', 'Qui peut entrer, ce que chacun peut faire, et ce qui a été fait.'],
  parts: ['Parts of this page', 'Parties de cette page'],
  accounts: ['Accounts', 'Comptes'],
  invites: ['Invitations', 'Invitations'],
  audit: ['Audit log', 'Journal d’audit'],
});

/** The parts with their addresses. */
const PARTS = { accounts: '/people', invites: '/people/invites', audit: '/people/audit' };

/** Accounts, invitations and the audit log, for administrators. */
export default class PeoplePanel extends LazyPanel {
  static styles = [
    super.styles,
    css`
      nav {
        margin-block-end: var(--wvw-4);
      }
      nav a {
        text-decoration: none;
      }
      nav a[aria-current] {
        border-color: var(--wvw-accent-line);
        background: var(--wvw-accent-soft);
        color: var(--wvw-text);
        font-weight: 600;
      }
    `,
  ];

  pages = {
    accounts: () => import('./people/accounts.js'),
    invites: () => import('./people/invites.js'),
    audit: () => import('./people/audit.js'),
  };

  pageAt([part]) {
    return Object.hasOwn(PARTS, part ?? '') ? part : 'accounts';
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
      </div>
      <nav class="row" aria-label=${t('parts')}>
        ${Object.entries(PARTS).map(
          ([part, path]) =>
            html`<a class="pick plain" href=${path} aria-current=${part === this.page ? 'page' : nothing}>${t(part)}</a>`,
        )}
      </nav>
      ${this.content()}`;
  }

  show(page) {
    switch (page) {
      case 'invites':
        return html`<wvw-people-invites></wvw-people-invites>`;
      case 'audit':
        return html`<wvw-people-audit></wvw-people-audit>`;
      default:
        return html`<wvw-people-accounts></wvw-people-accounts>`;
    }
  }
}

import { css, html, nothing } from 'lit';
import { Problem, WvwElement, words } from 'wvw/ui';

const t = words({
  heading: ['People', 'Membres'],
  lead: ['Who may come in, what they may do, and what was done.', 'Qui peut entrer, ce que chacun peut faire, et ce qui a été fait.'],
  parts: ['Parts of this page', 'Parties de cette page'],
  accounts: ['Accounts', 'Comptes'],
  invites: ['Invitations', 'Invitations'],
  audit: ['Audit log', 'Journal d’audit'],
});

/** The parts, each loaded when it is first wanted. */
const PARTS = {
  accounts: { path: '/people', load: () => import('./people/accounts.js') },
  invites: { path: '/people/invites', load: () => import('./people/invites.js') },
  audit: { path: '/people/audit', load: () => import('./people/audit.js') },
};

/** Accounts, invitations and the audit log, for administrators. */
export default class PeoplePanel extends WvwElement {
  static properties = { path: { attribute: false }, shown: { state: true }, problem: { state: true } };

  static styles = css`
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
  `;

  get #part() {
    return Object.keys(PARTS).find((part) => PARTS[part].path === this.path) ?? 'accounts';
  }

  willUpdate(changed) {
    if (changed.has('path')) this.#load();
  }

  async #load() {
    const part = this.#part;
    this.problem = null;
    try {
      await PARTS[part].load();
      if (part === this.#part) this.shown = part;
    } catch {
      if (part === this.#part) this.problem = new Problem(0);
    }
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
          ([part, { path }]) =>
            html`<a class="pick plain" href=${path} aria-current=${part === this.#part ? 'page' : nothing}>${t(part)}</a>`,
        )}
      </nav>
      ${this.#content()}`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${() => location.reload()}></wvw-problem>`;
    switch (this.shown === this.#part ? this.shown : '') {
      case 'accounts':
        return html`<wvw-people-accounts></wvw-people-accounts>`;
      case 'invites':
        return html`<wvw-people-invites></wvw-people-invites>`;
      case 'audit':
        return html`<wvw-people-audit></wvw-people-audit>`;
      default:
        return html`<wvw-skeleton lines="5"></wvw-skeleton>`;
    }
  }
}

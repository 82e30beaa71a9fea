import { css, html, nothing } from 'lit';
import { WvwElement, session, words } from 'wvw/ui';
import { signOut } from '../pages/account.js';

const t = words({
  out: ['Sign out', 'Se déconnecter'],
  admin: ['Administrator', 'Administrateur'],
  commander: ['Commander', 'Commandant'],
  member: ['Member', 'Membre'],
  account: ['Account of', 'Compte de'],
  page: ['Your account', 'Votre compte'],
});

/** Who is signed in, and the way out. */
class WvwUserMenu extends WvwElement {
  static properties = { open: { state: true } };

  static styles = css`
    :host {
      position: relative;
    }
    .who {
      padding: 4px 6px;
    }
    .mark {
      display: grid;
      place-items: center;
      width: 30px;
      height: 30px;
      border-radius: 50%;
      background: var(--wvw-accent);
      color: var(--wvw-on-accent);
      font-size: var(--wvw-size-s);
      font-weight: 750;
    }
    .menu {
      position: absolute;
      inset: calc(100% + 8px) 0 auto auto;
      display: grid;
      gap: 2px;
      min-width: 220px;
      padding: 6px;
      border: 1px solid var(--wvw-line-2);
      border-radius: var(--wvw-radius-l);
      background: var(--wvw-surface);
      box-shadow: var(--wvw-shadow);
    }
    .person {
      padding: 8px 12px 10px;
      border-block-end: 1px solid var(--wvw-line);
      margin-block-end: 4px;
      overflow-wrap: anywhere;
    }
    .menu .button {
      justify-content: start;
    }
    wvw-icon[name='down'] {
      --wvw-icon: 16px;
      color: var(--wvw-text-2);
    }
    @media (max-width: 599px) {
      .name {
        position: absolute;
        width: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    }
  `;

  #outside = (event) => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('click', this.#outside);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('click', this.#outside);
  }

  render() {
    // Signing out renders this once more before the header takes it away.
    if (!session.user) return nothing;
    const { username, email } = session.user;
    const role = ['admin', 'commander', 'member'].find((name) => session.is(name)) ?? 'member';
    return html`
      <div @keydown=${this.#key}>
        <button class="button quiet who" aria-expanded=${this.open ? 'true' : 'false'} @click=${this.#toggle}>
          <span class="visually-hidden">${t('account')} </span>
          <span class="mark" aria-hidden="true">${username.slice(0, 2)}</span><span class="name">${username}</span>
          <wvw-icon name="down"></wvw-icon>
        </button>
        ${this.open
          ? html`<div class="menu">
              <div class="person">
                <strong>${username}</strong>
                <div class="muted small">${email}</div>
                <div class="muted small">${t(role)}</div>
              </div>
              <a class="button quiet" href="/account" @click=${this.#toggle}>
                <wvw-icon name="lock"></wvw-icon>${t('page')}
              </a>
              <button class="button quiet" @click=${signOut}>
                <wvw-icon name="leave"></wvw-icon>${t('out')}
              </button>
            </div>`
          : nothing}
      </div>
    `;
  }

  #toggle() {
    this.open = !this.open;
  }

  #key(event) {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.renderRoot.querySelector('.who').focus();
  }
}

customElements.define('wvw-user-menu', WvwUserMenu);

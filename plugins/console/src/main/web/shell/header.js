import { css, html, nothing } from 'lit';
import { WvwElement, session, words } from 'wvw/ui';
import './settings.js';
import './user-menu.js';

const t = words({
  skip: ['Skip to the content', 'Aller au contenu'],
  menu: ['Menu', 'Menu'],
  signIn: ['Sign in', 'Se connecter'],
});

/** The bar at the top: name, settings, who is signed in; on a narrow screen also what opens the navigation. */
class WvwHeader extends WvwElement {
  static properties = { drawer: { type: Boolean }, path: { attribute: false } };

  static styles = css`
    :host {
      position: sticky;
      inset-block-start: 0;
      z-index: 20;
      display: block;
      border-block-end: 1px solid var(--wvw-line);
      background: var(--wvw-surface);
    }
    .skip {
      position: absolute;
      inset: 8px auto auto 8px;
      z-index: 30;
      clip-path: inset(50%);
    }
    .skip:focus {
      clip-path: none;
    }
    header {
      display: flex;
      align-items: center;
      gap: var(--wvw-2);
      height: 56px;
      padding-inline: 20px;
    }
    .brand {
      display: flex;
      align-items: center;
      gap: 10px;
      margin-inline-end: auto;
      color: var(--wvw-text);
      font-size: 1rem;
      font-weight: 700;
      letter-spacing: -0.01em;
      text-decoration: none;
      white-space: nowrap;
    }
    .brand img {
      width: 28px;
      height: 28px;
    }
    .toggle {
      display: none;
    }
    .in {
      flex: none;
      white-space: nowrap;
    }
    @media (max-width: 899px) {
      header {
        padding-inline: 14px;
      }
      .toggle {
        display: inline-flex;
      }
      wvw-settings {
        display: none;
      }
      .in {
        padding-inline: 10px;
      }
    }
  `;

  render() {
    return html`<header>
      <button class="button primary skip" @click=${() => this.dispatchEvent(new Event('skip'))}>${t('skip')}</button>
      <button
        class="button icon toggle"
        aria-expanded=${this.drawer ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(new Event('toggle-drawer'))}
      >
        <wvw-icon name=${this.drawer ? 'close' : 'menu'}></wvw-icon><span class="visually-hidden">${t('menu')}</span
      ></button>
      <a class="brand" href="/"><img src="/favicon.svg" alt="" width="28" height="28" />WvW Builder</a>
      <wvw-settings></wvw-settings>
      ${session.user
        ? html`<wvw-user-menu></wvw-user-menu>`
        : this.path === '/sign-in' || this.path === '/setup'
          ? nothing
          : html`<a class="button in" href="/sign-in">${t('signIn')}</a>`}
    </header>`;
  }
}

customElements.define('wvw-header', WvwHeader);

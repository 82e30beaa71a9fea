import { css, html, nothing } from 'lit';
import { WvwElement, api, captureLinks, navigate, renew, session } from 'wvw/ui';
import './banner.js';
import './footer.js';
import './header.js';
import './nav.js';
import './sign-in-again.js';
import './toasts.js';
import './view.js';
import { atGate } from '../pages/account.js';
import { fetchEarly, page, panelAt } from './routes.js';

/** The frame around every page: header, navigation, the page itself, footer. It survives whatever a page does. */
class WvwShell extends WvwElement {
  static properties = {
    panels: { state: true },
    setup: { state: true },
    drawer: { state: true },
    ready: { state: true },
    path: { state: true },
    withdrawn: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      grid-template: auto 1fr / auto minmax(0, 1fr);
      min-height: 100dvh;
    }
    wvw-header {
      grid-column: 1 / -1;
    }
    .content {
      min-width: 0;
    }
    main {
      width: 100%;
      /* The footer starts below what one sees first: it never moves while a page fills. */
      min-height: calc(100dvh - 57px);
      max-width: 1180px;
      padding: var(--wvw-5) var(--wvw-5) var(--wvw-6);
      margin-inline: auto;
    }
    main:focus {
      outline: none;
    }
    @media (max-width: 899px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      main {
        padding: var(--wvw-4) 14px var(--wvw-6);
      }
    }
  `;

  /** Who was here last. @type {string | undefined} */
  #person;

  constructor() {
    super();
    this.panels = [];
    this.setup = { required: false, registration: 'closed' };
    this.drawer = false;
    this.ready = false;
    this.path = location.pathname;
  }

  connectedCallback() {
    super.connectedCallback();
    captureLinks();
    addEventListener('popstate', () => this.#moved());
    document.addEventListener('wvw-navigate', () => this.#moved());
    document.addEventListener('wvw-sign-in-needed', () => this.#signIn());
    session.addEventListener('change', () => this.#changed());
    this.#start();
  }

  /** Restores the session if there may be one; a first visitor costs one small request. */
  async #start() {
    fetchEarly(this.path);
    // A server that cannot say now shows its public pages; the first refusal asks it again.
    const restored = session.maybe && (await renew().catch(() => false));
    if (restored) return;
    await Promise.all([this.#askSetup(), this.#loadPanels()]);
    this.ready = true;
  }

  /**
   * Somebody came: the pages wait for his panels. The same person with another role, or nobody: the page stays, with
   * all that was typed.
   */
  async #changed() {
    const before = this.#person;
    this.#person = session.user?.id;
    if (before && this.#person && before !== this.#person) return this.#another();
    if (!this.#person) this.#askSetup();
    else if (!before) this.ready = false;
    await this.#loadPanels();
    this.ready = true;
  }

  /** Where one person was, another signed in: nothing of the first one's stays, neither on the page nor in the tab. */
  async #another() {
    this.ready = false;
    await this.updateComplete;
    sessionStorage.clear();
    location.reload();
  }

  async #askSetup() {
    this.setup = await api.get('auth/setup').catch(() => this.setup);
    if (this.setup.required && location.pathname !== '/setup') navigate('/setup', { replace: true });
  }

  async #loadPanels() {
    const list = await api.get('console/panels', { plain: true }).catch(() => undefined);
    if (!list) return;
    const here = panelAt(this.path, this.panels);
    if (session.user && here && !panelAt(this.path, list.items)) this.withdrawn = here;
    this.panels = list.items;
  }

  #moved() {
    const moved = this.path !== location.pathname;
    this.path = location.pathname;
    this.drawer = false;
    if (!moved) return;
    scrollTo({ top: 0, behavior: 'instant' });
    this.renderRoot.querySelector('main').focus({ preventScroll: true });
  }

  /** Sends a visitor to sign in, and remembers where he was. Whose session ended is asked where he is. */
  #signIn() {
    if (atGate()) return;
    if (session.user) {
      this.renderRoot.querySelector('wvw-sign-in-again').ask();
      return;
    }
    sessionStorage.setItem('wvw.return', location.pathname + location.search + location.hash);
    navigate('/sign-in', { replace: true });
  }

  render() {
    const at = page(this.path, this.panels, this.withdrawn);
    return html`
      <wvw-header
        .drawer=${this.drawer}
        .path=${this.path}
        @skip=${this.#skip}
        @toggle-drawer=${() => (this.drawer = !this.drawer)}
      ></wvw-header>
      <wvw-nav
        .panels=${this.panels}
        .path=${this.path}
        ?open=${this.drawer}
        @close-drawer=${() => (this.drawer = false)}
      ></wvw-nav>
      <div class="content">
        <wvw-banner></wvw-banner>
        <main id="main" tabindex="-1">
          ${this.ready
            ? html`<wvw-view .page=${at} .path=${this.path} .panels=${this.panels} .setup=${this.setup}></wvw-view>`
            : nothing}
        </main>
        <wvw-footer></wvw-footer>
      </div>
      <wvw-sign-in-again></wvw-sign-in-again>
      <wvw-toasts></wvw-toasts>
    `;
  }

  #skip() {
    this.renderRoot.querySelector('main').focus();
  }
}

customElements.define('wvw-shell', WvwShell);

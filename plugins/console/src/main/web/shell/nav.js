import { css, html, nothing } from 'lit';
import { WvwElement, words } from 'wvw/ui';
import { inSlot, panelText } from './panels.js';

const t = words({
  label: ['Pages', 'Pages'],
  home: ['Home', 'Accueil'],
  guild: ['Guild', 'Guilde'],
  administration: ['Administration', 'Administration'],
});

/** The navigation: a column on a wide screen, below the header a drawer on a narrow one. */
class WvwNav extends WvwElement {
  static properties = {
    panels: { attribute: false },
    path: { attribute: false },
    open: { type: Boolean, reflect: true },
  };

  static styles = css`
    :host {
      display: block;
      width: 228px;
      border-inline-end: 1px solid var(--wvw-line);
      background: var(--wvw-surface);
    }
    nav {
      position: sticky;
      inset-block-start: 57px;
      padding: 14px 10px;
    }
    .eyebrow {
      margin: var(--wvw-4) 12px 6px;
    }
    .eyebrow:first-child {
      margin-block-start: 4px;
    }
    li a {
      position: relative;
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 42px;
      padding: 6px 12px;
      border-radius: var(--wvw-radius-m);
      color: var(--wvw-text-2);
      font-weight: 500;
      text-decoration: none;
    }
    li a:hover {
      background: var(--wvw-hover);
      color: var(--wvw-text);
    }
    li a[aria-current] {
      background: var(--wvw-accent-soft);
      color: var(--wvw-text);
      /* Bolder letters are wider: a name that just fits would go to a second line, and all below it down. */
      text-shadow: 0.4px 0 currentcolor;
    }
    li a[aria-current]::before {
      position: absolute;
      inset: 8px auto 8px 0;
      width: 3px;
      border-radius: 3px;
      background: var(--wvw-accent);
      content: '';
    }
    wvw-icon {
      color: var(--wvw-accent-text);
    }
    .settings {
      display: none;
    }
    .shade {
      display: none;
    }
    @media (max-width: 899px) {
      :host {
        position: fixed;
        inset: 57px 0 0;
        z-index: 15;
        width: auto;
        border: 0;
        background: none;
        visibility: hidden;
      }
      :host([open]) {
        visibility: visible;
      }
      .shade {
        position: absolute;
        inset: 0;
        display: block;
        background: rgb(4 6 10 / 0.55);
        opacity: 0;
        transition: opacity 0.16s;
      }
      :host([open]) .shade {
        opacity: 1;
      }
      nav {
        position: absolute;
        inset: 0 auto 0 0;
        width: min(280px, 84vw);
        overflow-y: auto;
        border-inline-end: 1px solid var(--wvw-line);
        background: var(--wvw-surface);
        transform: translateX(-100%);
        transition: transform 0.16s;
      }
      :host([open]) nav {
        transform: none;
      }
      .settings {
        display: block;
        margin-block-start: var(--wvw-4);
        padding-block-start: var(--wvw-2);
        border-block-start: 1px solid var(--wvw-line);
      }
    }
  `;

  #escape = (event) => {
    if (event.key === 'Escape' && this.open) this.#close();
  };

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#escape);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#escape);
  }

  render() {
    const administration = inSlot(this.panels, 'administration');
    return html`
      <div class="shade" @click=${this.#close}></div>
      <nav aria-label=${t('label')}>
        <div class="eyebrow">${t('guild')}</div>
        <ul>
          ${this.#link('/', 'home', t('home'))}
          ${inSlot(this.panels, 'page').map(({ id, icon, title }) => this.#link(`/${id}`, icon, panelText(title)))}
        </ul>
        ${administration.length
          ? html`<div class="eyebrow">${t('administration')}</div>
              <ul>
                ${administration.map(({ id, icon, title }) => this.#link(`/${id}`, icon, panelText(title)))}
              </ul>`
          : nothing}
        <wvw-settings class="settings" labels></wvw-settings>
      </nav>
    `;
  }

  #link(address, icon, text) {
    const here = address === '/' ? this.path === '/' : `${this.path}/`.startsWith(`${address}/`);
    return html`<li>
      <a href=${address} aria-current=${here ? 'page' : nothing}><wvw-icon name=${icon}></wvw-icon>${text}</a>
    </li>`;
  }

  #close() {
    this.dispatchEvent(new Event('close-drawer'));
  }
}

customElements.define('wvw-nav', WvwNav);

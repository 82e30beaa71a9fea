import { css, html } from 'lit';
import { WvwElement } from './element.js';
import { words } from './i18n.js';

const t = words({ close: ['Close', 'Fermer'] });

/** The dialogs that are open, the topmost last. @type {WvwDialog[]} */
const opened = [];

function tell() {
  document.dispatchEvent(new CustomEvent('wvw-dialogs', { detail: opened.at(-1)?.ground }));
}

/**
 * A dialog over the page: `heading`, the slotted content, and buttons in the slot `actions`. `open()` shows it;
 * it fires `closed`. The browser's own dialog keeps the focus inside and gives it back. All else is dead while it is open:
 * the document's event `wvw-dialogs` names the ground of the topmost one, for what must be seen and heard nevertheless.
 */
class WvwDialog extends WvwElement {
  static properties = { heading: {} };

  static styles = css`
    dialog {
      width: min(560px, calc(100vw - 24px));
      max-height: calc(100dvh - 24px);
      padding: 0;
      border: 1px solid var(--wvw-line-2);
      border-radius: var(--wvw-radius-l);
      background: var(--wvw-surface);
      color: var(--wvw-text);
      box-shadow: var(--wvw-shadow);
    }
    dialog::backdrop {
      background: rgb(4 6 10 / 0.62);
      backdrop-filter: blur(2px);
    }
    .inside {
      display: grid;
      gap: var(--wvw-4);
      padding: var(--wvw-5);
    }
    .head {
      display: flex;
      align-items: start;
      justify-content: space-between;
      gap: var(--wvw-3);
    }
    .head .button {
      margin: -8px -10px -8px 0;
    }
    ::slotted([slot='actions']) {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: var(--wvw-2);
    }
  `;

  open() {
    this.updateComplete.then(() => {
      if (opened.includes(this)) return;
      this.ground.showModal();
      opened.push(this);
      tell();
    });
  }

  close() {
    this.ground.close();
  }

  /** @returns {HTMLDialogElement} */
  get ground() {
    return this.renderRoot.querySelector('dialog');
  }

  /** A dialog that its page takes away is not open any more, though nobody closed it. */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  #forget() {
    if (!opened.includes(this)) return;
    opened.splice(opened.indexOf(this), 1);
    tell();
  }

  #closed() {
    this.#forget();
    this.dispatchEvent(new Event('closed'));
  }

  render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed}>
      <div class="inside">
        <div class="head">
          <h2 id="heading">${this.heading}</h2>
          <button class="button quiet icon" @click=${this.close}>
            <wvw-icon name="close"></wvw-icon><span class="visually-hidden">${t('close')}</span
          ></button>
        </div>
        <slot></slot>
        <slot name="actions"></slot>
      </div>
    </dialog>`;
  }
}

customElements.define('wvw-dialog', WvwDialog);

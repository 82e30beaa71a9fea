import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WvwElement } from 'wvw/ui';

const SECONDS = 6;

/**
 * What was told in passing: read aloud, shown a few seconds, never more than three at once. While a dialog is open all
 * outside of it lies behind its backdrop and is silent, so this moves into it and home again.
 */
class WvwToasts extends WvwElement {
  static properties = { list: { state: true } };

  static styles = css`
    :host {
      position: fixed;
      inset: auto 16px 16px auto;
      z-index: 40;
      max-width: calc(100vw - 32px);
    }
    .toast {
      display: flex;
      align-items: center;
      gap: 10px;
      margin-block-start: 8px;
      padding: 10px 16px 10px 12px;
      border: 1px solid var(--wvw-good-line);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-good-soft);
      box-shadow: var(--wvw-shadow);
      font-weight: 550;
      animation: rise 0.18s ease-out;
    }
    .toast wvw-icon {
      color: var(--wvw-good);
    }
    .toast.bad {
      border-color: var(--wvw-bad-line);
      background: var(--wvw-bad-soft);
    }
    .toast.bad wvw-icon {
      color: var(--wvw-bad);
    }
    .toast .button {
      min-height: 32px;
      margin-inline-start: 6px;
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(8px);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .toast {
        animation: none;
      }
    }
  `;

  #count = 0;
  #home;

  constructor() {
    super();
    this.list = [];
    document.addEventListener('wvw-toast', (event) => this.#show(event.detail));
    document.addEventListener('wvw-dialogs', (event) => this.#move(event.detail));
  }

  #show(toast) {
    const id = (this.#count += 1);
    this.list = [...this.list.slice(-2), { ...toast, id }];
    setTimeout(() => this.#drop(id), SECONDS * 1000);
  }

  /** @param {HTMLDialogElement | undefined} ground of the topmost dialog */
  #move(ground) {
    this.#home ??= this.parentNode;
    (ground ?? this.#home).append(this);
  }

  #drop(id) {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  render() {
    return html`<div role="status" aria-live="polite">
      ${repeat(
        this.list,
        ({ id }) => id,
        (toast) => html`<div class="toast ${toast.kind}">
          <wvw-icon name=${toast.kind === 'bad' ? 'warning' : 'check'}></wvw-icon>${toast.text}
          ${toast.action
            ? html`<button class="button" @click=${() => this.#act(toast)}>${toast.action}</button>`
            : nothing}
        </div>`,
      )}
    </div>`;
  }

  #act(toast) {
    this.#drop(toast.id);
    toast.onAction();
  }
}

customElements.define('wvw-toasts', WvwToasts);

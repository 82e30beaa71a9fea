import { LitElement } from 'lit';
import { base } from './base.js';
import { session } from './session.js';

/**
 * What every part of the console is: a Lit element with the shared styles that renders anew when the language or the
 * signed-in person changes.
 */
export class WvwElement extends LitElement {
  #renew = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('wvw-locale', this.#renew);
    session.addEventListener('change', this.#renew);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('wvw-locale', this.#renew);
    session.removeEventListener('change', this.#renew);
  }

  /** Puts the shared styles before the element's own. */
  static finalizeStyles(styles) {
    return super.finalizeStyles([base, styles ?? []]);
  }
}

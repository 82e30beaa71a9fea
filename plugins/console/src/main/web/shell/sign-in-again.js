import { html, nothing } from 'lit';
import { WvwElement, renew, session, toast, words } from 'wvw/ui';

const t = words({
  heading: ['Your session has ended', 'Votre session est terminée'],
  back: [
    'You are signed in again. Now repeat what you were doing.',
    'Vous êtes reconnecté. Recommencez ce que vous faisiez.',
  ],
});

/** Asks for the sign-in over the page that is shown. The page stays as it is, with all that was typed. */
class WvwSignInAgain extends WvwElement {
  static properties = { form: { state: true } };

  #asking = false;
  /** Closed without a sign-in: asked again only for what the person does, not for what a page does by itself. */
  #declined = false;

  connectedCallback() {
    super.connectedCallback();
    addEventListener('focus', this.#look);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('focus', this.#look);
  }

  async ask() {
    if (this.#asking || this.#declined) return;
    this.#asking = true;
    try {
      const { default: SignInPage } = await import('../pages/sign-in.js');
      this.form = Object.assign(new SignInPage(), { over: true });
      this.form.addEventListener('entered', () => this.#close());
      await this.updateComplete;
      this.renderRoot.querySelector('wvw-dialog').open();
    } catch (cause) {
      this.#asking = false; // The next request asks again.
      console.warn('the sign-in could not be loaded:', cause);
    }
  }

  /** Who comes back to this tab may have signed in in another one, or at a provider. */
  #look = async () => {
    if (!this.form || !session.lapsed) return;
    // A server that cannot say now is asked with the next look.
    if (await renew().catch(() => false)) this.#close();
  };

  #close() {
    this.renderRoot.querySelector('wvw-dialog')?.close();
  }

  #closed() {
    this.form = null;
    this.#asking = false;
    if (session.lapsed) this.#decline();
    else toast(t('back'));
  }

  #decline() {
    this.#declined = true;
    const until = new AbortController();
    const acted = () => {
      this.#declined = false;
      until.abort();
    };
    for (const act of ['pointerdown', 'keydown']) addEventListener(act, acted, { capture: true, signal: until.signal });
  }

  render() {
    if (!this.form) return nothing;
    return html`<wvw-dialog .heading=${t('heading')} @closed=${this.#closed}>${this.form}</wvw-dialog>`;
  }
}

customElements.define('wvw-sign-in-again', WvwSignInAgain);

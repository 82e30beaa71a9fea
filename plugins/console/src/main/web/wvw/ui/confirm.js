import { html } from 'lit';
import { WvwElement } from './element.js';
import { words } from './i18n.js';

const t = words({ cancel: ['Cancel', 'Annuler'] });

/** The dialog of confirm(). */
class WvwConfirm extends WvwElement {
  static properties = { question: { attribute: false }, answer: { attribute: false } };
  #said = false;

  render() {
    const { heading, text, action } = this.question;
    return html`<wvw-dialog .heading=${heading} @closed=${this.#closed}>
      <p>${text}</p>
      <div slot="actions">
        <button class="button" @click=${() => this.#leave(false)}>${t('cancel')}</button>
        <button class="button danger" @click=${() => this.#leave(true)}>${action}</button>
      </div>
    </wvw-dialog>`;
  }

  firstUpdated() {
    this.renderRoot.querySelector('wvw-dialog').open();
  }

  #leave(yes) {
    this.#said = yes;
    this.renderRoot.querySelector('wvw-dialog').close();
  }

  #closed() {
    this.remove();
    this.answer(this.#said);
  }
}

customElements.define('wvw-confirm', WvwConfirm);

/**
 * Asks before something that cannot be taken back.
 * @param {{heading: string, text: string, action: string}} question
 * @returns {Promise<boolean>}
 */
export function confirm(question) {
  return new Promise((answer) => {
    const element = new WvwConfirm();
    Object.assign(element, { question, answer });
    document.body.append(element);
  });
}

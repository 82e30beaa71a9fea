import { html, nothing } from 'lit';
import { WvwElement, words } from 'wvw/ui';

const t = words({
  stale: [
    'Somebody changed this meanwhile: it was read again. What you typed is still here. Look it over, then try again.',
    'Quelqu’un a modifié cela entre-temps : tout a été relu. Votre saisie est toujours là. Vérifiez-la, puis réessayez.',
  ],
});

/**
 * A dialog that opens when it is put on the page. It fires `closed`, after which its owner takes it away. `refresh`, if
 * there is one, reads what the dialog works on again when somebody else changed it: the next try begins from that.
 */
export class Sheet extends WvwElement {
  static properties = { problem: { state: true }, busy: { state: true }, refresh: { attribute: false } };

  firstUpdated() {
    this.renderRoot.querySelector('wvw-dialog').open();
  }

  /** @param {string} heading @param {unknown} content @param {unknown} [actions] */
  frame(heading, content, actions) {
    return html`<wvw-dialog .heading=${heading} @closed=${() => this.dispatchEvent(new Event('closed'))}>
      ${this.problem ? this.#wrong() : nothing} ${content}
      ${actions ? html`<div slot="actions">${actions}</div>` : nothing}
    </wvw-dialog>`;
  }

  close() {
    this.renderRoot.querySelector('wvw-dialog').close();
  }

  /** @param {string} name @param {unknown} detail */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /**
   * Does something with the server; what it refuses is shown in the dialog, and nothing typed is lost.
   * @param {() => Promise<unknown>} work
   */
  async work(work) {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    this.anew = false;
    try {
      await work();
    } catch (problem) {
      this.problem = problem;
      if (problem.status === 412 && this.refresh) await this.#refresh();
    } finally {
      this.busy = false;
    }
  }

  #wrong() {
    return this.anew
      ? html`<div class="note warn" role="alert"><wvw-icon name="warning"></wvw-icon><span>${t('stale')}</span></div>`
      : html`<wvw-problem final .problem=${this.problem}></wvw-problem>`;
  }

  async #refresh() {
    try {
      await this.refresh();
      this.anew = true;
    } catch (problem) {
      this.problem = problem;
    }
  }
}

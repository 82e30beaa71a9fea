import { html, nothing } from 'lit';
import { WvwElement } from 'wvw/ui';

/** A dialog that opens when it is put on the page. It fires `closed`, after which its owner takes it away. */
export class Sheet extends WvwElement {
  static properties = { problem: { state: true }, busy: { state: true } };

  firstUpdated() {
    this.renderRoot.querySelector('wvw-dialog').open();
  }

  /** @param {string} heading @param {unknown} content @param {unknown} [actions] */
  frame(heading, content, actions) {
    return html`<wvw-dialog .heading=${heading} @closed=${() => this.dispatchEvent(new Event('closed'))}>
      ${this.problem ? html`<wvw-problem final .problem=${this.problem}></wvw-problem>` : nothing} ${content}
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
    try {
      await work();
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}

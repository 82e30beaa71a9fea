import { css, html, nothing } from 'lit';
import { WvwElement } from './element.js';
import { saying } from './fields.js';
import { words } from './i18n.js';

const t = words({
  heading: ['That did not work', 'Cela n’a pas fonctionné'],
  retry: ['Try again', 'Réessayer'],
});

/** Shows why something failed and offers another try. Fires `retry`. */
class WvwProblem extends WvwElement {
  static properties = { problem: { attribute: false }, heading: {}, final: { type: Boolean } };

  static styles = css`
    :host {
      display: block;
    }
    .note {
      align-items: start;
      flex-wrap: wrap;
    }
    wvw-icon {
      color: var(--wvw-bad);
    }
    .text {
      flex: 1 1 16rem;
    }
    .button {
      margin-inline-start: auto;
    }
  `;

  render() {
    return html`<div class="note bad" role="alert">
      <wvw-icon name="warning"></wvw-icon>
      <div class="text">
        <strong>${this.heading || t('heading')}</strong>
        <p>${saying(this.problem)}</p>
      </div>
      ${this.final ? nothing : html`<button class="button" @click=${this.#retry}>${t('retry')}</button>`}
    </div>`;
  }

  #retry() {
    this.dispatchEvent(new Event('retry'));
  }
}

customElements.define('wvw-problem', WvwProblem);

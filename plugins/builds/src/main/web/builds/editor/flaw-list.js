import { css, html, nothing } from 'lit';
import { WvwElement, words } from 'wvw/ui';
import { flawText, placeName } from './flaws.js';

const t = words({
  fix: ['{n} place needs your attention|{n} places need your attention', '{n} endroit est à corriger|{n} endroits sont à corriger'],
});

/** Every place that does not fit, by name: what stands far below is easily overlooked. */
class EditorFlaws extends WvwElement {
  static properties = { flaws: { attribute: false }, draft: { attribute: false } };

  static styles = css`
    :host {
      display: contents;
    }
  `;

  render() {
    const { flaws, draft } = this;
    if (!flaws?.size || !draft) return nothing;
    return html`<div class="note warn" role="status">
      <wvw-icon name="warning"></wvw-icon>
      <div>
        <strong>${t('fix', { n: flaws.size })}</strong>
        <ul>
          ${[...flaws.keys()].map(
            (pointer) => html`<li class="small">${placeName(pointer, draft)}: ${flawText(flaws, pointer)}</li>`,
          )}
        </ul>
      </div>
    </div>`;
  }
}

customElements.define('wvw-editor-flaws', EditorFlaws);

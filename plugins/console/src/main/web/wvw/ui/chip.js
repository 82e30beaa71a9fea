import { css, html } from 'lit';
import { WvwElement } from './element.js';
import { professionName, professionSlug } from './professions.js';

/** A profession by crest and name, on its colour. `text` replaces the name. */
class WvwChip extends WvwElement {
  static properties = { profession: {}, text: {} };

  static styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      max-width: 100%;
      padding: 4px 12px 4px 5px;
      border: 1px solid color-mix(in oklab, var(--colour) 45%, transparent);
      border-radius: var(--wvw-radius-m);
      background: linear-gradient(
        100deg,
        color-mix(in oklab, var(--colour) 30%, var(--wvw-surface)),
        color-mix(in oklab, var(--colour) 10%, var(--wvw-surface))
      );
      font-weight: 600;
    }
    span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `;

  willUpdate() {
    this.style.setProperty('--colour', `var(--wvw-${professionSlug(this.profession)}, var(--wvw-line-3))`);
  }

  render() {
    return html`<wvw-crest .profession=${this.profession}></wvw-crest
      ><span>${this.text || professionName(this.profession)}</span>`;
  }
}

customElements.define('wvw-chip', WvwChip);

import { LitElement, css, html, svg } from 'lit';
import { professionMark, professionSlug } from './professions.js';

/** A profession's crest: our mark in its colour. Decoration: the name stands beside it, and it is as plain as an icon. */
class WvwCrest extends LitElement {
  static properties = { profession: { reflect: true } };

  static styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: var(--wvw-crest, 28px);
      height: var(--wvw-crest, 28px);
    }
    :host([hidden]) {
      display: none;
    }
    svg {
      width: 100%;
      height: 100%;
    }
    .plate {
      fill: var(--colour);
    }
    .mark {
      fill: none;
      stroke: var(--wvw-on-profession);
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  willUpdate() {
    this.style.setProperty('--colour', `var(--wvw-${professionSlug(this.profession)}, var(--wvw-line-3))`);
  }

  render() {
    return html`<svg viewBox="0 0 40 40" aria-hidden="true">
      ${svg`<path class="plate" d="M20 1l16 5.5v13C36 29 29.5 35.6 20 39 10.5 35.6 4 29 4 19.5v-13z" />
      <g transform="translate(8.3 6.3) scale(.975)"><path class="mark" d=${professionMark(this.profession)} /></g>`}
    </svg>`;
  }
}

customElements.define('wvw-crest', WvwCrest);

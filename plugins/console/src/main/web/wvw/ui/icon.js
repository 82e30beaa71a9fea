import { LitElement, css, html, svg } from 'lit';
import { icons } from './icons.js';

/**
 * One of the console's icons, in the colour of the text around it. Decoration: what it means stands beside it. It has no
 * words and none of the shared styles: a page has a hundred of them.
 */
class WvwIcon extends LitElement {
  static properties = { name: {} };

  static styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: var(--wvw-icon, 20px);
      height: var(--wvw-icon, 20px);
    }
    :host([hidden]) {
      display: none;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.8;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  render() {
    const path = icons[this.name] ?? icons.puzzle;
    return html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;
  }
}

customElements.define('wvw-icon', WvwIcon);

import { html } from 'lit';
import { WvwElement, session } from 'wvw/ui';
import './home-member.js';
import './home-visitor.js';

/** The first page: an invitation for visitors, the person's own things for members. */
export default class HomePage extends WvwElement {
  static properties = { panels: { attribute: false }, setup: { attribute: false } };

  render() {
    return session.user
      ? html`<wvw-home-member .panels=${this.panels}></wvw-home-member>`
      : html`<wvw-home-visitor .panels=${this.panels} .setup=${this.setup}></wvw-home-visitor>`;
  }
}

customElements.define('wvw-home-page', HomePage);

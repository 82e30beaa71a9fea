import { css, html } from 'lit';
import { WvwElement } from './element.js';

/** Says that there is nothing yet, and in its slot what to do about it. With `page` it is all that the page has. */
class WvwEmpty extends WvwElement {
  static properties = { icon: {}, heading: {}, text: {}, page: { type: Boolean } };

  static styles = css`
    :host {
      display: grid;
      justify-items: center;
      gap: var(--wvw-2);
      padding: var(--wvw-6) var(--wvw-4);
      border: 1px dashed var(--wvw-line-2);
      border-radius: var(--wvw-radius-l);
      text-align: center;
    }
    .icon {
      display: grid;
      place-items: center;
      width: 56px;
      height: 56px;
      margin-block-end: var(--wvw-1);
      border-radius: 50%;
      background: var(--wvw-accent-soft);
      color: var(--wvw-accent-text);
      --wvw-icon: 28px;
    }
    h1 {
      font-size: var(--wvw-size-l);
    }
    p {
      max-width: 46ch;
      color: var(--wvw-text-2);
      text-wrap: pretty;
    }
    slot {
      display: block;
      width: 100%;
      margin-block-start: var(--wvw-2);
    }
  `;

  render() {
    return html`
      <div class="icon"><wvw-icon name=${this.icon}></wvw-icon></div>
      ${this.page ? html`<h1>${this.heading}</h1>` : html`<h2>${this.heading}</h2>`}
      <p>${this.text}</p>
      <slot></slot>
    `;
  }
}

customElements.define('wvw-empty', WvwEmpty);

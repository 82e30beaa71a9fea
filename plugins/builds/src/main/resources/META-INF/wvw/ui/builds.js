import { css, html } from 'lit';
import { WvwElement } from 'wvw/ui';
import './builds/detail.js';
import './builds/list.js';
import './builds/new.js';

/** The builds of the guild: the list, the page that reads a chat link, and one page for each build. */
export default class BuildsPanel extends WvwElement {
  static properties = { path: { attribute: false }, console: { attribute: false } };

  static styles = css`
    :host {
      display: block;
    }
  `;

  render() {
    const [, , part] = (this.path ?? '/builds').split('/');
    if (!part) return html`<wvw-build-list></wvw-build-list>`;
    if (part === 'new') return html`<wvw-build-new></wvw-build-new>`;
    return html`<wvw-build-detail .id=${part}></wvw-build-detail>`;
  }
}

import { css, html } from 'lit';
import { WvwElement, retitle, words } from 'wvw/ui';
import { panelConsole } from './console.js';

const t = words({
  broken: ['This page could not be loaded', 'Cette page n’a pas pu être chargée'],
  why: [
    'The server or the plugin behind it may be restarting. The rest of the console goes on.',
    'Le serveur ou le plugin correspondant redémarre peut-être. Le reste de la console continue.',
  ],
  retry: ['Try again', 'Réessayer'],
});

/** Shows one page: loads its element when it is first wanted, and stands in for it when it fails. */
class WvwView extends WvwElement {
  static properties = {
    page: { attribute: false },
    path: { attribute: false },
    panels: { attribute: false },
    setup: { attribute: false },
    failed: { state: true },
    element: { state: true },
  };

  static styles = css`
    :host {
      display: block;
    }
  `;

  #key = '';
  #tries = 0;

  willUpdate(changed) {
    if (this.page.key !== this.#key) {
      this.#key = this.page.key;
      this.#tries = 0;
      this.#load();
    }
    if (changed.has('page')) retitle(this.page.title);
    if (this.element) this.#fill();
  }

  async #load() {
    const key = this.#key;
    this.failed = false;
    this.element = null;
    try {
      const type = await this.page.load(this.#tries);
      if (key !== this.#key) return;
      this.element = new type();
    } catch (cause) {
      if (key !== this.#key) return;
      this.failed = true;
      console.warn(`page ${key} could not be loaded:`, cause);
    }
  }

  #fill() {
    const { element, path, panels, setup } = this;
    Object.assign(element, { path, panels, setup });
    element.console ??= panelConsole;
  }

  render() {
    if (this.failed) {
      return html`<wvw-empty page icon="puzzle" .heading=${t('broken')} .text=${t('why')}>
        <button class="button primary" @click=${this.#again}>${t('retry')}</button>
      </wvw-empty>`;
    }
    return this.element ?? html`<wvw-skeleton lines="5"></wvw-skeleton>`;
  }

  #again() {
    this.#tries += 1;
    this.#load();
  }
}

customElements.define('wvw-view', WvwView);

import { css, html } from 'lit';
import { WvwElement, words } from 'wvw/ui';
import { panelConsole } from '../shell/console.js';
import { panelText } from '../shell/panels.js';
import { load } from '../shell/routes.js';

const t = words({
  broken: ['This card could not be loaded.', 'Cette carte n’a pas pu être chargée.'],
  retry: ['Try again', 'Réessayer'],
});

/** A plugin's card on the home page. One that fails, fails alone. */
class WvwPanelCard extends WvwElement {
  static properties = { panel: { attribute: false }, element: { state: true }, failed: { state: true } };

  static styles = css`
    :host {
      display: block;
    }
  `;

  #tries = 0;

  firstUpdated() {
    this.#load();
  }

  async #load() {
    this.failed = false;
    try {
      const type = await load(this.panel, this.#tries);
      this.element = Object.assign(new type(), { console: panelConsole });
    } catch (cause) {
      this.failed = true;
      console.warn(`card ${this.panel.plugin}/${this.panel.id} could not be loaded:`, cause);
    }
  }

  render() {
    return html`<section class="card">
      <h2>${panelText(this.panel.title)}</h2>
      ${this.failed
        ? html`<p>${t('broken')}</p>
            <button class="button" @click=${this.#again}>${t('retry')}</button>`
        : (this.element ?? html`<wvw-skeleton></wvw-skeleton>`)}
    </section>`;
  }

  #again() {
    this.#tries += 1;
    this.#load();
  }
}

customElements.define('wvw-panel-card', WvwPanelCard);

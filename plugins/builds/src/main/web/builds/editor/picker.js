import { css, html } from 'lit';
import '@vaadin/combo-box';
import { WvwElement } from 'wvw/ui';
import { facts, names } from '../facts.js';

/**
 * A field that searches a list of facts as one types. `source` says which list (`upgrades?type=rune`), `value` is an id
 * or null; `items` replaces the list. Fires `picked` with the fact, or null.
 */
class WvwPicker extends WvwElement {
  static properties = {
    label: {},
    source: {},
    items: { attribute: false },
    value: { attribute: false },
    error: {},
    found: { state: true },
    shown: { state: true },
  };

  static styles = css`
    :host {
      display: block;
      min-width: 0;
    }
  `;

  #key = '';
  #items = [];

  willUpdate(changed) {
    if (changed.has('source')) this.found = undefined;
    if (changed.has('value') || changed.has('source')) this.#name();
  }

  /** Before the whole list is there, only the name of what is chosen is asked for. */
  async #name() {
    const { value, source } = this;
    this.shown = undefined;
    if (!value || this.items || this.found) return;
    const known = await names(source.split('?')[0], [value]).catch(() => new Map());
    if (value === this.value && source === this.source) this.shown = { id: value, name: known.get(value) ?? `#${value}` };
  }

  #open = async () => {
    if (this.items || this.found) return;
    const { source } = this;
    const all = await facts(source).catch(() => []);
    if (source === this.source) this.found = [...all].sort((one, other) => one.name.localeCompare(other.name));
  };

  render() {
    const list = this.items ?? this.found ?? (this.shown ? [this.shown] : []);
    const chosen = this.value ? (list.find(({ id }) => id === this.value) ?? this.shown ?? { id: this.value, name: `#${this.value}` }) : null;
    const items = this.#steady(chosen && !list.includes(chosen) ? [chosen, ...list] : list);
    return html`<vaadin-combo-box
      .label=${this.label}
      .items=${items}
      .selectedItem=${chosen && items.find(({ id }) => id === chosen.id)}
      item-label-path="name"
      item-value-path="id"
      item-id-path="id"
      clear-button-visible
      .errorMessage=${this.error ?? ''}
      .invalid=${Boolean(this.error)}
      @focusin=${this.#open}
      @pointerdown=${this.#open}
      @change=${this.#picked}
    ></vaadin-combo-box>`;
  }

  /** The same list again when nothing in it changed: a new one would throw away what somebody is typing. */
  #steady(items) {
    const key = items.map(({ id, name }) => `${id} ${name}`).join();
    if (key !== this.#key) this.#items = items;
    this.#key = key;
    return this.#items;
  }

  #picked(event) {
    event.stopPropagation();
    const fact = event.target.selectedItem ?? null;
    if ((fact?.id ?? null) === (this.value ?? null)) return;
    this.dispatchEvent(new CustomEvent('picked', { detail: fact }));
  }
}

customElements.define('wvw-picker', WvwPicker);

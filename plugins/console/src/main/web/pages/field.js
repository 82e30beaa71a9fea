import { css, html, nothing } from 'lit';
import { WvwElement, words } from 'wvw/ui';

const t = words({ show: ['Show the password', 'Montrer le mot de passe'] });

/** How the fields look; they stand in the light, so the element around them brings this. */
export const fieldLook = css`
  wvw-gate-field {
    display: grid;
    gap: 5px;
    font-size: var(--wvw-size-s);
  }
  wvw-gate-field label {
    font-weight: 600;
  }
  wvw-gate-field .box {
    position: relative;
    display: grid;
  }
  wvw-gate-field input {
    width: 100%;
    min-height: 40px;
    padding: 8px 12px;
    border: 1px solid var(--wvw-field-line);
    border-radius: var(--wvw-radius-m);
    background: var(--wvw-field);
    color: var(--wvw-text);
    font: 400 var(--wvw-size-m) / 1.45 var(--wvw-font);
  }
  wvw-gate-field input:focus-visible {
    outline: 2px solid var(--wvw-focus);
    outline-offset: 1px;
  }
  wvw-gate-field[invalid] input {
    border-color: var(--wvw-bad);
  }
  wvw-gate-field .box:has(button) input {
    padding-inline-end: 48px;
  }
  wvw-gate-field button {
    position: absolute;
    inset: 0 0 0 auto;
    display: grid;
    place-items: center;
    width: 44px;
    border: 0;
    background: none;
    color: var(--wvw-text-2);
    cursor: pointer;
  }
  wvw-gate-field button[aria-pressed='true'] {
    color: var(--wvw-accent-text);
  }
  wvw-gate-field .help {
    color: var(--wvw-text-2);
  }
  wvw-gate-field .wrong {
    color: var(--wvw-bad);
    font-weight: 550;
  }
`;

/**
 * A field of the pages before the console. Vaadin's would come two steps later, and these pages need no more than this.
 * It stands in the light of its form, so that the browser's own ways work: submitting by Enter, keepers of passwords.
 */
class GateField extends WvwElement {
  static properties = {
    name: {},
    type: {},
    label: {},
    help: {},
    error: {},
    autocomplete: {},
    inputmode: {},
    /** What it holds at first. */
    initial: {},
    /** Whether its form begins here. */
    first: { type: Boolean },
    shown: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  get #input() {
    return this.querySelector('input');
  }

  get value() {
    return this.#input?.value ?? '';
  }

  focus() {
    this.#input?.focus();
  }

  willUpdate() {
    this.toggleAttribute('invalid', Boolean(this.error));
  }

  firstUpdated() {
    if (this.first) this.focus();
  }

  render() {
    const id = `field-${this.name}`;
    const told = [this.help && `${id}-help`, this.error && `${id}-wrong`].filter(Boolean).join(' ');
    return html`<label for=${id}>${this.label}</label>
      <div class="box">
        <input
          id=${id}
          type=${this.shown ? 'text' : (this.type ?? 'text')}
          .defaultValue=${this.initial ?? ''}
          autocomplete=${this.autocomplete ?? nothing}
          inputmode=${this.inputmode ?? nothing}
          autocapitalize="none"
          spellcheck="false"
          ?autofocus=${this.first}
          aria-describedby=${told || nothing}
          aria-invalid=${this.error ? 'true' : nothing}
        />
        ${this.type === 'password' ? this.#eye() : nothing}
      </div>
      ${this.help ? html`<div class="help" id="${id}-help">${this.help}</div>` : nothing}
      ${this.error ? html`<div class="wrong" id="${id}-wrong">${this.error}</div>` : nothing}`;
  }

  #eye() {
    return html`<button type="button" aria-pressed=${this.shown ? 'true' : 'false'} @click=${() => (this.shown = !this.shown)}>
      <wvw-icon name="eye"></wvw-icon><span class="visually-hidden">${t('show')}</span
    ></button>`;
  }
}

customElements.define('wvw-gate-field', GateField);

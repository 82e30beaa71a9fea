import { css, html, nothing } from 'lit';
import { WvwElement, saying, words } from 'wvw/ui';

const t = words({
  label: ['Chat link or share code', 'Lien de build ou code de partage'],
  read: ['Read', 'Lire'],
  fresh: ['The template, and with a share code the gear too, stand here at once.', 'Le modèle, et avec un code de partage l’équipement, apparaissent aussitôt.'],
  help: ['Replaces the template below; a share code replaces the gear too.', 'Remplace le modèle ci-dessous ; un code de partage remplace aussi l’équipement.'],
});

/** A box that reads a link or a share code into the editor. `read` does it, and throws when it is none; `fresh` while nothing is there. */
class EditorReading extends WvwElement {
  static properties = { read: { attribute: false }, error: {}, fresh: { type: Boolean }, wrong: { state: true } };

  static styles = css`
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px var(--wvw-2);
      align-items: end;
    }
    label,
    p {
      grid-column: 1 / -1;
      font-size: var(--wvw-size-s);
    }
    label {
      font-weight: 600;
    }
    input {
      min-width: 0;
      min-height: 42px;
      padding: 8px 12px;
      border: 1px solid var(--wvw-field-line);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-field);
      color: inherit;
      font: 500 var(--wvw-size-m) / 1.4 var(--wvw-mono);
    }
    input:focus-visible {
      outline: 2px solid var(--wvw-focus);
      outline-offset: -1px;
    }
    input::placeholder {
      color: var(--wvw-text-2);
      opacity: 1;
    }
    .button {
      min-height: 42px;
    }
    .wrong {
      color: var(--wvw-bad);
    }
  `;

  render() {
    const wrong = this.wrong || this.error;
    return html`<form novalidate @submit=${this.#submit}>
      <label for="link">${t('label')}</label>
      <input
        id="link"
        placeholder="[&amp;DQ…=]"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="8000"
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby="help"
      />
      <button class="button"><wvw-icon name="link"></wvw-icon>${t('read')}</button>
      <p id="help" class=${wrong ? 'wrong' : 'muted'} role=${wrong ? 'alert' : nothing}>${wrong || t(this.fresh ? 'fresh' : 'help')}</p>
    </form>`;
  }

  async #submit(event) {
    event.preventDefault();
    const input = this.renderRoot.querySelector('input');
    const text = input.value.trim();
    if (!text) return;
    this.wrong = '';
    try {
      await this.read(text);
      input.value = '';
    } catch (problem) {
      this.wrong = problem.errors?.[0]?.detail ?? saying(problem);
    }
  }
}

customElements.define('wvw-editor-reading', EditorReading);

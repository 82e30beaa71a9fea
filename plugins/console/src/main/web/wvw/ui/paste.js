import { css, html, nothing } from 'lit';
import { WvwElement } from './element.js';
import { words } from './i18n.js';
import { navigate } from './navigation.js';

const t = words({
  label: ['Build chat link', 'Lien de build du jeu'],
  read: ['Read the build', 'Lire le build'],
  wrong: [
    'A build link looks like [&DQ…=]. In the game, open Builds, then “Copy chat link”.',
    'Un lien de build ressemble à [&DQ…=]. En jeu, ouvrez Builds, puis « Copier le lien ».',
  ],
});

/** A box for a chat link from the game, which leads to the page that decodes it. `value` presets it. */
class WvwPaste extends WvwElement {
  static properties = { value: {}, wrong: { state: true } };

  static styles = css`
    form {
      display: flex;
      gap: var(--wvw-2);
      flex-wrap: wrap;
      text-align: start;
    }
    .box {
      position: relative;
      flex: 1 1 230px;
    }
    .box wvw-icon {
      position: absolute;
      inset: 11px auto auto 12px;
      color: var(--wvw-text-2);
    }
    input {
      width: 100%;
      min-height: 42px;
      padding: 8px 12px 8px 40px;
      border: 1px solid var(--wvw-field-line);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-field);
      color: inherit;
      font: 500 var(--wvw-size-m) / 1.4 var(--wvw-mono);
    }
    input::placeholder {
      color: var(--wvw-text-2);
      opacity: 1;
    }
    input:focus-visible {
      outline: 2px solid var(--wvw-focus);
      outline-offset: -1px;
    }
    .button {
      min-height: 42px;
    }
    .wrong {
      flex-basis: 100%;
      color: var(--wvw-bad);
      font-size: var(--wvw-size-s);
    }
    @media (max-width: 479px) {
      .button {
        width: 100%;
      }
    }
  `;

  render() {
    return html`<form @submit=${this.#submit} novalidate>
      <div class="box">
        <label class="visually-hidden" for="link">${t('label')}</label>
        <wvw-icon name="link"></wvw-icon>
        <input
          id="link"
          .value=${this.value ?? ''}
          placeholder="[&amp;DQ…=]"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="2000"
          aria-invalid=${this.wrong ? 'true' : 'false'}
          aria-describedby=${this.wrong ? 'wrong' : nothing}
          @paste=${this.#pasted}
        />
      </div>
      <button class="button primary">${t('read')}</button>
      ${this.wrong ? html`<p class="wrong" id="wrong" role="alert">${t('wrong')}</p>` : nothing}
    </form>`;
  }

  /** A whole link needs no further click. */
  #pasted(event) {
    const text = event.clipboardData?.getData('text').trim() ?? '';
    if (!/^\[&D[A-Za-z0-9+/]+=*\]$/.test(text)) return;
    event.preventDefault();
    this.#go(text);
  }

  #submit(event) {
    event.preventDefault();
    const text = this.renderRoot.querySelector('input').value.trim();
    this.wrong = !/^\[?&?D[A-Za-z0-9+/]{20,}=*\]?$/.test(text);
    if (!this.wrong) this.#go(text);
  }

  /** The link travels behind the hash: it reaches no server's log. */
  #go(link) {
    this.wrong = false;
    navigate(`/builds/new#${encodeURIComponent(link)}`);
  }
}

customElements.define('wvw-paste', WvwPaste);

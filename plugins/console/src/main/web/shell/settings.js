import { css, html } from 'lit';
import { WvwElement, locale, setLocale, words } from 'wvw/ui';
import { nextTheme, setTheme, theme } from './theme.js';

const t = words({
  auto: ['Automatic', 'Automatique'],
  dark: ['Dark', 'Sombre'],
  light: ['Light', 'Clair'],
  colours: ['Colours:', 'Couleurs :'],
});

const ICONS = { auto: 'contrast', dark: 'moon', light: 'sun' };

/** Language and colours, as two buttons that show what they are for. */
class WvwSettings extends WvwElement {
  static properties = { labels: { type: Boolean } };

  static styles = css`
    :host {
      display: flex;
      gap: var(--wvw-2);
    }
    .button {
      padding-inline: 12px;
      font-size: var(--wvw-size-s);
    }
  `;

  render() {
    const other = locale() === 'en' ? 'fr' : 'en';
    return html`
      <button class="button quiet" lang=${other} @click=${() => setLocale(other)}>
        <wvw-icon name="globe"></wvw-icon>${other === 'fr' ? 'Français' : 'English'}
      </button>
      <button class="button quiet" @click=${this.#turn}>
        <wvw-icon name=${ICONS[theme()]}></wvw-icon><span class="visually-hidden">${t('colours')} </span
        ><span class=${this.labels ? '' : 'visually-hidden'}>${t(theme())}</span>
      </button>
    `;
  }

  #turn() {
    setTheme(nextTheme());
    this.requestUpdate();
  }
}

customElements.define('wvw-settings', WvwSettings);

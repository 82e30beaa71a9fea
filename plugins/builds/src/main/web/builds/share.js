import { css, html } from 'lit';
import { WvwElement, copy, words } from 'wvw/ui';

const t = words({
  heading: ['Share', 'Partager'],
  link: ['Chat link', 'Lien de build'],
  linkText: ['For the game’s chat; without gear.', 'Pour le chat du jeu ; sans équipement.'],
  code: ['Share code', 'Code de partage'],
  codeText: ['The whole build with its gear, for another WvW Builder.', 'Le build entier avec l’équipement, pour un autre WvW Builder.'],
  page: ['Page', 'Page'],
  pageText: ['The address of this page, for whoever may see it.', 'L’adresse de cette page, pour qui peut la voir.'],
  copyLink: ['Copy this link', 'Copier ce lien'],
  copyCode: ['Copy share code', 'Copier le code de partage'],
  copyPage: ['Copy the page’s address', 'Copier l’adresse de la page'],
  copied: ['Chat link copied: paste it in the game’s chat', 'Lien copié : collez-le dans le chat du jeu'],
  copiedCode: ['Share code copied', 'Code de partage copié'],
  copiedPage: ['Address copied', 'Adresse copiée'],
});

/** The three ways to pass a build on, each with its button. */
class BuildShare extends WvwElement {
  static properties = { build: { attribute: false } };

  static styles = css`
    :host {
      display: block;
    }
    ul {
      display: grid;
      gap: var(--wvw-3);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px var(--wvw-2);
      align-items: end;
    }
    .about {
      grid-column: 1 / -1;
    }
    code {
      min-width: 0;
      overflow: hidden;
      padding: 8px 12px;
      border: 1px solid var(--wvw-line-2);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-field);
      font: 500 var(--wvw-size-s) / 1.6 var(--wvw-mono);
      text-overflow: ellipsis;
      user-select: all;
      white-space: nowrap;
    }
  `;

  render() {
    const { chat_link: link, share_code: code, id } = this.build;
    return html`<section class="card">
      <h2>${t('heading')}</h2>
      <ul>
        ${this.#way(t('link'), t('linkText'), link, t('copyLink'), t('copied'), true)}
        ${this.#way(t('code'), t('codeText'), code, t('copyCode'), t('copiedCode'))}
        ${this.#way(t('page'), t('pageText'), `${location.origin}/builds/${id}`, t('copyPage'), t('copiedPage'))}
      </ul>
    </section>`;
  }

  #way(name, about, text, action, said, primary = false) {
    return html`<li>
      <span class="about"><strong>${name}</strong> <span class="small muted">${about}</span></span>
      <code aria-label=${name} tabindex="0" role="textbox" aria-readonly="true">${text}</code>
      <button class="button ${primary ? 'primary' : ''} icon" title=${action} @click=${() => copy(text, said)}>
        <wvw-icon name="copy"></wvw-icon><span class="visually-hidden">${action}</span
      ></button>
    </li>`;
  }
}

customElements.define('wvw-build-share', BuildShare);

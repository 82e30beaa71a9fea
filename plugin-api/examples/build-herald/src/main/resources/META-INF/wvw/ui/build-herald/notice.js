import { css, html } from 'lit';
import { WvwElement, copy, dateTime, professionName, relative, words } from 'wvw/ui';

const t = words({
  copy: ['Copy chat link', 'Copier le lien de chat'],
  copied: ['The chat link was copied', 'Le lien de chat a été copié'],
});

/** One build on the board. Elements of a plugin are named after it: names are shared by the whole page. */
class BuildHeraldNotice extends WvwElement {
  static properties = { notice: { attribute: false } };

  static styles = css`
    article {
      display: grid;
      gap: var(--wvw-2);
      overflow-wrap: anywhere;
    }
    wvw-crest {
      --wvw-crest: 32px;
    }
  `;

  render() {
    const { name, profession, at, chat_link: link } = this.notice;
    return html`<article class="card">
      <h2>${name}</h2>
      <div class="row small">
        <wvw-crest .profession=${profession}></wvw-crest><span>${professionName(profession)}</span>
        <time class="muted" datetime=${at} title=${dateTime(at)}>${relative(at)}</time>
      </div>
      <div>
        <button class="button" @click=${() => copy(link, t('copied'))}>
          <wvw-icon name="copy"></wvw-icon>${t('copy')}<span class="visually-hidden">: ${name}</span>
        </button>
      </div>
    </article>`;
  }
}

customElements.define('build-herald-notice', BuildHeraldNotice);

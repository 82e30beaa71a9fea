import { css, html, nothing } from 'lit';
import { WvwElement, professions, words } from 'wvw/ui';
import { hasPanel } from '../shell/panels.js';

const t = words({
  heading: ['Your guild’s builds, ready before the raid', 'Les builds de votre guilde, prêts avant le raid'],
  text: [
    'Paste a chat link from the game and read it at once: traits, skills, weapons. Sign in to keep it, share it and build squads with it.',
    'Collez un lien de build du jeu et lisez-le aussitôt : aptitudes, compétences, armes. Connectez-vous pour le garder, le partager et en faire des escouades.',
  ],
  browse: ['Browse public builds', 'Parcourir les builds publics'],
  register: ['Create an account', 'Créer un compte'],
});

/** What a visitor sees first. */
class HomeVisitor extends WvwElement {
  static properties = { panels: { attribute: false }, setup: { attribute: false } };

  static styles = css`
    :host {
      display: grid;
      justify-items: center;
      gap: var(--wvw-5);
      padding-block-start: clamp(8px, 7vh, 72px);
      text-align: center;
    }
    .crests {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 6px;
      --wvw-crest: 44px;
    }
    h1 {
      max-width: 20ch;
      font-size: clamp(1.75rem, 1.2rem + 2.6vw, 2.75rem);
      line-height: 1.1;
      letter-spacing: -0.025em;
      text-wrap: balance;
    }
    .text {
      max-width: 58ch;
      color: var(--wvw-text-2);
      font-size: 1.0625rem;
      text-wrap: pretty;
    }
    wvw-paste {
      width: min(100%, 560px);
    }
    .row {
      justify-content: center;
    }
    @media (max-width: 479px) {
      .crests {
        --wvw-crest: 30px;
        gap: 4px;
      }
    }
  `;

  render() {
    const builds = hasPanel(this.panels, 'builds');
    return html`
      <div class="crests" aria-hidden="true">
        ${professions.map(({ id }) => html`<wvw-crest .profession=${id}></wvw-crest>`)}
      </div>
      <h1>${t('heading')}</h1>
      ${builds
        ? html`<p class="text">${t('text')}</p>
            <wvw-paste></wvw-paste>`
        : nothing}
      <div class="row">
        ${builds ? html`<a class="button" href="/builds">${t('browse')}</a>` : nothing}
        ${this.setup?.registration === 'open'
          ? html`<a class="button" href="/register">${t('register')}</a>`
          : nothing}
      </div>
    `;
  }
}

customElements.define('wvw-home-visitor', HomeVisitor);

import { css, html } from 'lit';
import { WvwElement, words } from 'wvw/ui';

const t = words({
  notice: [
    'WvW Builder is not affiliated with or endorsed by ArenaNet or NCSOFT. Guild Wars 2 and the names of its professions, skills and traits belong to ArenaNet, LLC.',
    'WvW Builder n’est ni affilié à ArenaNet ou NCSOFT, ni approuvé par eux. Guild Wars 2 et les noms de ses professions, compétences et aptitudes appartiennent à ArenaNet, LLC.',
  ],
  docs: ['API for scripts', 'API pour vos scripts'],
});

/** Whose the game is, and where scripts begin. */
class WvwFooter extends WvwElement {
  static styles = css`
    footer {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--wvw-2) var(--wvw-5);
      max-width: 1180px;
      margin-inline: auto;
      padding: var(--wvw-4) var(--wvw-5);
      border-block-start: 1px solid var(--wvw-line);
      color: var(--wvw-text-2);
      font-size: var(--wvw-size-xs);
    }
    p {
      flex: 1 1 300px;
      max-width: 84ch;
    }
    @media (max-width: 899px) {
      footer {
        padding-inline: 14px;
      }
    }
  `;

  render() {
    return html`<footer>
      <p>${t('notice')}</p>
      <a href="/docs">${t('docs')}</a>
    </footer>`;
  }
}

customElements.define('wvw-footer', WvwFooter);

import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PagedList, locale, session, words } from 'wvw/ui';
import './card.js';
import './filters.js';

const t = words({
  builds: ['Builds', 'Builds'],
  add: ['Add a build', 'Ajouter un build'],
  trash: ['Trash', 'Corbeille'],
  characters: ['From my characters', 'De mes personnages'],
  none: ['No builds yet', 'Pas encore de build'],
  noneText: [
    'Copy a build’s chat link in the game and paste it here. It is read at once; you save it when you like it.',
    'Copiez le lien d’un build en jeu et collez-le ici. Il est lu aussitôt ; vous l’enregistrez s’il vous plaît.',
  ],
  nothing: ['Nothing fits', 'Rien ne correspond'],
  nothingText: ['No build fits these filters.', 'Aucun build ne correspond à ces filtres.'],
  clear: ['Clear the filters', 'Effacer les filtres'],
  count: ['{n} build|{n} builds', '{n} build|{n} builds'],
  countMore: ['more than {n} builds', 'plus de {n} builds'],
});

const NAMES = ['q', 'profession', 'specialization', 'role', 'tag', 'owner', 'sort'];
/** How many are shown at first, and with each more: a phone draws these at once. */
const PAGE = 24;
const NOTHING = Object.fromEntries(NAMES.map((name) => [name, '']));

/** The builds that the reader may see, with filters that stand in the address. */
class BuildList extends PagedList {
  static properties = { filters: { state: true } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-4);
    }
    .page-head {
      margin: 0;
    }
    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr));
      gap: var(--wvw-3);
    }
    wvw-paste {
      width: min(100%, 560px);
      margin-inline: auto;
    }
    .button.more {
      justify-self: center;
      width: auto;
    }
    .page-head .button {
      flex: none;
    }
    @media (max-width: 599px) {
      .page-head .row {
        width: 100%;
      }
      .page-head .button {
        flex: 1 1 auto;
      }
      .page-head .primary {
        order: -1;
        flex-basis: 100%;
      }
    }
    .waiting {
      --wvw-skeleton: 138px;
    }
  `;

  constructor() {
    super();
    const query = new URLSearchParams(location.search);
    this.filters = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? '']));
  }

  get source() {
    const query = new URLSearchParams(Object.entries(this.filters).filter(([, value]) => value));
    query.set('limit', String(PAGE));
    query.set('lang', locale());
    return `builds?${query}`;
  }

  #filter(filters) {
    this.filters = filters;
    const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString();
    history.replaceState({}, '', query ? `/builds?${query}` : '/builds');
    this.load();
  }

  render() {
    return html`
      <div class="page-head">
        <div>
          <h1>${t('builds')}</h1>
          <div class="muted small" role="status">${this.#count()}</div>
        </div>
        <div class="row">
          ${session.user
            ? html`<a class="button quiet" href="/builds/trash"><wvw-icon name="trash"></wvw-icon>${t('trash')}</a>
                <a class="button" href="/builds/characters">${t('characters')}</a>`
            : nothing}
          <a class="button primary" href="/builds/new"><wvw-icon name="plus"></wvw-icon>${t('add')}</a>
        </div>
      </div>
      <wvw-build-filters .filters=${this.filters} @filtered=${(event) => this.#filter(event.detail)}></wvw-build-filters>
      ${this.#content()}
    `;
  }

  #count() {
    if (!this.items) return '\u00a0';
    return t(this.cursor ? 'countMore' : 'count', { n: this.items.length });
  }

  #content() {
    return this.frame(
      this.#empty(),
      html`<div class="grid">
        ${repeat(
          this.drawn,
          ({ id }) => id,
          (build) => html`<wvw-build-card .build=${build}></wvw-build-card>`,
        )}
      </div>`,
      html`<wvw-skeleton class="waiting" even lines="3"></wvw-skeleton>`,
    );
  }

  #empty() {
    if (NAMES.some((name) => name !== 'sort' && this.filters[name])) {
      return html`<wvw-empty icon="search" .heading=${t('nothing')} .text=${t('nothingText')}>
        <button class="button" @click=${() => this.#filter(NOTHING)}>${t('clear')}</button>
      </wvw-empty>`;
    }
    return html`<wvw-empty icon="builds" .heading=${t('none')} .text=${t('noneText')}><wvw-paste></wvw-paste></wvw-empty>`;
  }
}

customElements.define('wvw-build-list', BuildList);

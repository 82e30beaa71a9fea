import { css, html } from 'lit';
import { WvwElement, api, dateTime, number, relative, words } from 'wvw/ui';
import './changes.js';
import { SORTS, TONES, sortName } from './words.js';

const t = words({
  heading: ['What each edition changed', 'Ce que chaque édition a changé'],
  none: ['No edition was fetched yet', 'Aucune édition récupérée'],
  noneText: [
    'Once one is fetched, this tells what is new, renamed, changed or gone.',
    'Dès qu’une édition est récupérée, on voit ici ce qui est nouveau, renommé, modifié ou disparu.',
  ],
  build: ['Build {n}', 'Build {n}'],
  nothing: ['no difference', 'aucune différence'],
  editions: ['Editions', 'Éditions'],
});

/** The editions that were fetched, and the report of the one that is chosen. `turn` counts what was fetched. */
class CatalogueEditions extends WvwElement {
  static properties = {
    turn: { attribute: false },
    items: { state: true },
    chosen: { state: true },
    problem: { state: true },
  };

  static styles = css`
    :host {
      display: block;
    }
    .card {
      display: grid;
      gap: var(--wvw-3);
    }
    .card > h2 {
      margin: 0;
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(200px, 264px) minmax(0, 1fr);
      gap: var(--wvw-4);
      align-items: start;
    }
    .editions {
      display: grid;
      gap: 6px;
    }
    .editions button {
      display: grid;
      gap: 5px;
      width: 100%;
      padding: 10px 12px;
      border: 1px solid var(--wvw-line);
      border-radius: var(--wvw-radius-m);
      background: transparent;
      color: var(--wvw-text);
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    .editions button:hover {
      background: var(--wvw-hover);
    }
    .editions button:focus-visible {
      border-radius: var(--wvw-radius-m);
    }
    .editions button[aria-pressed='true'] {
      border-color: var(--wvw-accent-line);
      background: var(--wvw-accent-soft);
    }
    .editions .row {
      gap: 4px;
    }
    @media (max-width: 799px) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  willUpdate(changed) {
    if (changed.has('turn')) this.#load();
  }

  #load = async () => {
    this.problem = null;
    try {
      const { items } = await api.get('catalogue/editions');
      this.items = items;
      if (!items.some(({ id }) => id === this.chosen) || items[0]?.id !== this.newest) this.chosen = items[0]?.id;
      this.newest = items[0]?.id;
    } catch (problem) {
      this.problem = problem;
    }
  };

  render() {
    return html`<section class="card">
      <h2>${t('heading')}</h2>
      ${this.#content()}
    </section>`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.items) return html`<wvw-skeleton lines="4"></wvw-skeleton>`;
    if (!this.items.length) {
      return html`<wvw-empty icon="book" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`;
    }
    const edition = this.items.find(({ id }) => id === this.chosen);
    return html`<div class="columns">
      <ul class="editions" aria-label=${t('editions')}>
        ${this.items.map((one) => this.#edition(one))}
      </ul>
      <wvw-catalogue-changes .edition=${edition}></wvw-catalogue-changes>
    </div>`;
  }

  #edition({ id, game_build: build, version, made_at: made, changes }) {
    const sorts = SORTS.filter((sort) => changes[sort]);
    return html`<li>
      <button aria-pressed=${id === this.chosen ? 'true' : 'false'} @click=${() => (this.chosen = id)}>
        <span class="row spread">
          <strong>${build ? t('build', { n: number(build) }) : version}</strong>
          <span class="muted small" title=${dateTime(made)}>${relative(made)}</span>
        </span>
        <span class="row">
          ${sorts.length
            ? sorts.map((sort) => html`<span class="tag ${TONES[sort]}">${number(changes[sort])} ${sortName(sort)}</span>`)
            : html`<span class="tag">${t('nothing')}</span>`}
        </span>
      </button>
    </li>`;
  }
}

customElements.define('wvw-catalogue-editions', CatalogueEditions);

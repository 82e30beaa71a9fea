import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { PagedList, number, words } from 'wvw/ui';
import { KINDS, SORTS, TONES, kindName, sortName } from './words.js';

const t = words({
  what: ['What became of it', 'Ce qu’il est devenu'],
  all: ['Everything', 'Tout'],
  kind: ['Kind of fact', 'Type de donnée'],
  kinds: ['All kinds', 'Tous les types'],
  none: ['Nothing of this kind changed', 'Rien de tel n’a changé'],
  noneText: ['This edition says what the one before it said.', 'Cette édition dit la même chose que la précédente.'],
  was: ['was', 'était'],
});

/** The report of an edition: what is new, renamed, changed, gone or back, by both names, page by page. */
class CatalogueChanges extends PagedList {
  static properties = { edition: { attribute: false }, what: { state: true }, kind: { state: true } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-3);
      min-width: 0;
    }
    .filters {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--wvw-2);
    }
    .filters .row {
      gap: 6px;
    }
    select {
      min-height: 36px;
      max-width: 100%;
      padding: 4px 8px;
      border: 1px solid var(--wvw-field-line);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-field);
      color: inherit;
      font: inherit;
      font-size: var(--wvw-size-s);
    }
    li {
      display: grid;
      grid-template-columns: 84px 112px minmax(0, 1fr);
      align-items: baseline;
      gap: 4px var(--wvw-3);
      padding-block: 9px;
      border-block-start: 1px solid var(--wvw-line);
      overflow-wrap: anywhere;
    }
    .names s {
      color: var(--wvw-text-2);
      text-decoration: none;
    }
    .tag {
      justify-self: start;
    }
    .button.more {
      justify-self: center;
      width: auto;
    }
    @media (max-width: 559px) {
      li {
        grid-template-columns: auto minmax(0, 1fr);
      }
      .names {
        grid-column: 1 / -1;
      }
    }
  `;

  constructor() {
    super();
    this.what = '';
    this.kind = '';
  }

  get source() {
    const query = new URLSearchParams({ limit: '50' });
    if (this.what) query.set('what', this.what);
    if (this.kind) query.set('kind', this.kind);
    return `catalogue/editions/${this.edition.id}/changes?${query}`;
  }

  /** The first list is read when the element comes; another one when something else is wanted than before. */
  willUpdate(changed) {
    const another = ['what', 'kind'].some((name) => changed.get(name) !== undefined);
    const before = changed.get('edition');
    if (!another && (!before || before.id === this.edition.id)) return;
    this.items = undefined;
    this.load();
  }

  render() {
    const { changes } = this.edition;
    const sorts = SORTS.filter((sort) => changes[sort]);
    const all = sorts.reduce((sum, sort) => sum + changes[sort], 0);
    return html`<div class="filters">
        <div class="row" role="group" aria-label=${t('what')}>
          ${this.#pick('', t('all'), all)} ${sorts.map((sort) => this.#pick(sort, sortName(sort), changes[sort]))}
        </div>
        <select aria-label=${t('kind')} @change=${(event) => (this.kind = event.target.value)}>
          <option value="" .selected=${live(!this.kind)}>${t('kinds')}</option>
          ${KINDS.map((kind) => html`<option value=${kind} .selected=${live(kind === this.kind)}>${kindName(kind)}</option>`)}
        </select>
      </div>
      ${this.#rows()}`;
  }

  #pick(sort, name, n) {
    return html`<button
      class="pick plain"
      aria-pressed=${this.what === sort ? 'true' : 'false'}
      @click=${() => (this.what = sort)}
    >
      ${name} ${number(n)}
    </button>`;
  }

  #rows() {
    return this.frame(
      html`<wvw-empty icon="check" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`,
      html`<ul>
        ${this.drawn.map((change) => this.#row(change))}
      </ul>`,
      html`<wvw-skeleton lines="6"></wvw-skeleton>`,
    );
  }

  #row({ kind, id, what, before, after }) {
    const renamed = before && after && before !== after;
    return html`<li>
      <span class="tag ${TONES[what] ?? ''}">${sortName(what)}</span>
      <span class="muted small">${kindName(kind)} <span class="visually-hidden">${id}</span></span>
      <span class="names" lang="en" title="#${id}">
        ${renamed ? html`<s><span class="visually-hidden">${t('was')} </span>${before} → </s>` : nothing}${after ?? before}
      </span>
    </li>`;
  }
}

customElements.define('wvw-catalogue-changes', CatalogueChanges);

import { css, html, nothing } from 'lit';
import { WvwElement, api, locale, number, professionName, words } from 'wvw/ui';

const t = words({
  heading: ['Builds to be looked at', 'Builds à revoir'],
  lead: [
    'They use something that was renamed, changed or is gone. Saving a build again takes the mark away.',
    'Ils utilisent ce qui a été renommé, modifié ou retiré. Enregistrer un build à nouveau retire la marque.',
  ],
  none: ['Every build fits the catalogue', 'Tous les builds correspondent au catalogue'],
  noneText: ['After a patch, the builds that need a look stand here.', 'Après une mise à jour, les builds à revoir sont listés ici.'],
  hidden: [
    '{n} more is private: its owner sees the mark.|{n} more are private: their owners see the mark.',
    '{n} autre est privé : son propriétaire voit la marque.|{n} autres sont privés : leurs propriétaires voient la marque.',
  ],
  more: ['Show more', 'En afficher plus'],
});

/** The builds that use what changed: those that the operator may see, and how many others there are. */
class CatalogueReviews extends WvwElement {
  static properties = {
    turn: { attribute: false },
    total: { attribute: false },
    items: { state: true },
    next: { state: true },
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
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
      gap: var(--wvw-2);
    }
    a {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 8px 12px;
      border: 1px solid var(--wvw-line);
      border-radius: var(--wvw-radius-m);
      color: var(--wvw-text);
      text-decoration: none;
      overflow-wrap: anywhere;
    }
    a:hover {
      background: var(--wvw-hover);
    }
    .more {
      justify-self: center;
    }
  `;

  willUpdate(changed) {
    if (changed.has('turn') || (changed.has('total') && this.items)) this.#load();
  }

  #load = async (cursor) => {
    this.problem = null;
    const query = new URLSearchParams({ needs_review: 'true', limit: '24', lang: locale() });
    if (typeof cursor === 'string') query.set('cursor', cursor);
    try {
      const page = await api.get(`builds?${query}`);
      this.items = typeof cursor === 'string' ? [...this.items, ...page.items] : page.items;
      this.next = page.next_cursor;
    } catch (problem) {
      this.problem = problem;
    }
  };

  render() {
    return html`<section class="card">
      <h2>${t('heading')}${this.total ? html` <span class="tag warn">${number(this.total)}</span>` : nothing}</h2>
      ${this.#content()}
    </section>`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.items) return html`<wvw-skeleton lines="3"></wvw-skeleton>`;
    if (!this.total && !this.items.length) {
      return html`<wvw-empty icon="check" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`;
    }
    const hidden = this.next ? 0 : Math.max(0, this.total - this.items.length);
    return html`<p class="muted small">${t('lead')}</p>
      <ul>
        ${this.items.map(
          ({ id, name, profession, owner }) => html`<li>
            <a href="/builds/${id}">
              <wvw-crest .profession=${profession}></wvw-crest>
              <span
                ><strong>${name}</strong><br /><span class="muted small"
                  >${professionName(profession)}${owner.username ? ` · ${owner.username}` : ''}</span
                ></span
              >
            </a>
          </li>`,
        )}
      </ul>
      ${this.next ? html`<button class="button more" @click=${() => this.#load(this.next)}>${t('more')}</button>` : nothing}
      ${hidden ? html`<p class="muted small">${t('hidden', { n: hidden })}</p>` : nothing}`;
  }
}

customElements.define('wvw-catalogue-reviews', CatalogueReviews);

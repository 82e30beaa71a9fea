import { css, html, nothing } from 'lit';
import { PagedList, locale, number, professionName, words } from 'wvw/ui';

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
});

/** The builds that use what changed: those that the operator may see, and how many others there are. */
class CatalogueReviews extends PagedList {
  static properties = { turn: { attribute: false }, total: { attribute: false } };

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
    .button.more {
      justify-self: center;
      width: auto;
    }
  `;

  get source() {
    return `builds?${new URLSearchParams({ needs_review: 'true', limit: '24', lang: locale() })}`;
  }

  /** The first list is read when the element comes; it is read anew after a synchronisation, and with another number. */
  willUpdate(changed) {
    if (changed.get('turn') !== undefined || (changed.has('total') && this.items)) this.load();
  }

  render() {
    return html`<section class="card">
      <h2>${t('heading')}${this.total ? html` <span class="tag warn">${number(this.total)}</span>` : nothing}</h2>
      ${this.frame(this.#empty(), this.#rows(), html`<wvw-skeleton lines="3"></wvw-skeleton>`)}
      ${this.items && !this.problem ? this.#hidden() : nothing}
    </section>`;
  }

  #empty() {
    if (this.total) return nothing;
    return html`<wvw-empty icon="check" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`;
  }

  #rows() {
    return html`<p class="muted small">${t('lead')}</p>
      <ul>
        ${this.drawn.map(
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
      </ul>`;
  }

  /** Those of others, which the operator does not see. */
  #hidden() {
    const hidden = this.cursor ? 0 : Math.max(0, this.total - this.items.length);
    return hidden ? html`<p class="muted small">${t('hidden', { n: hidden })}</p>` : nothing;
  }
}

customElements.define('wvw-catalogue-reviews', CatalogueReviews);

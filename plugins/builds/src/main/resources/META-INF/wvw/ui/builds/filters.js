import { css, html, nothing } from 'lit';
import '@vaadin/text-field';
import { WvwElement, professionName, professions, session, words } from 'wvw/ui';

const t = words({
  search: ['Search builds', 'Chercher un build'],
  everybody: ['Everybody’s', 'Tous'],
  mine: ['Mine', 'Les miens'],
  professions: ['Professions', 'Professions'],
  whose: ['Whose builds', 'À qui'],
});

/** What the list shows: text, whose, profession. Fires `filtered` with the new filters. */
class BuildFilters extends WvwElement {
  static properties = { filters: { attribute: false } };

  static styles = css`
    :host {
      display: grid;
      grid-template-columns: minmax(220px, 1fr) auto;
      align-items: center;
      gap: var(--wvw-3);
    }
    vaadin-text-field wvw-icon {
      color: var(--wvw-text-2);
    }
    .professions {
      display: flex;
      flex-wrap: wrap;
      grid-column: 1 / -1;
      gap: 6px;
      --wvw-crest: 24px;
    }
    @media (max-width: 699px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      .professions {
        flex-wrap: nowrap;
        margin-inline: -14px;
        padding: 3px 14px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      .pick {
        flex: none;
      }
    }
  `;

  #timer = 0;

  render() {
    const { q, owner, profession } = this.filters;
    return html`
      <vaadin-text-field
        clear-button-visible
        accessible-name=${t('search')}
        .placeholder=${t('search')}
        .value=${q}
        maxlength="100"
        autocomplete="off"
        @value-changed=${this.#typed}
      >
        <wvw-icon slot="prefix" name="search"></wvw-icon>
      </vaadin-text-field>
      ${session.user
        ? html`<div class="row" role="group" aria-label=${t('whose')}>
            ${this.#pick('owner', '', t('everybody'), owner)} ${this.#pick('owner', 'me', t('mine'), owner)}
          </div>`
        : nothing}
      <div class="professions" role="group" aria-label=${t('professions')}>
        ${professions.map(
          ({ id }) => html`<button
            class="pick"
            aria-pressed=${profession === id ? 'true' : 'false'}
            @click=${() => this.#set({ profession: profession === id ? '' : id })}
          >
            <wvw-crest .profession=${id}></wvw-crest>${professionName(id)}
          </button>`,
        )}
      </div>
    `;
  }

  #pick(name, value, text, current) {
    return html`<button
      class="pick plain"
      aria-pressed=${current === value ? 'true' : 'false'}
      @click=${() => this.#set({ [name]: value })}
    >
      ${text}
    </button>`;
  }

  #typed(event) {
    const q = event.detail.value.trim();
    if (q === this.filters.q) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set({ q }), 220);
  }

  #set(change) {
    this.dispatchEvent(new CustomEvent('filtered', { detail: { ...this.filters, ...change } }));
  }
}

customElements.define('wvw-build-filters', BuildFilters);

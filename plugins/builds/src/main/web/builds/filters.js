import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { WvwElement, api, professionName, professions, session, words } from 'wvw/ui';
import { facts } from './facts.js';
import { roleName, roles } from './words.js';

const t = words({
  search: ['Search builds', 'Chercher un build'],
  everybody: ['Everybody’s', 'Tous'],
  mine: ['Mine', 'Les miens'],
  professions: ['Professions', 'Professions'],
  whose: ['Whose builds', 'À qui'],
  specialization: ['Specialisation', 'Spécialisation'],
  anySpecialization: ['Any specialisation', 'Toute spécialisation'],
  role: ['Role', 'Rôle'],
  anyRole: ['Any role', 'Tout rôle'],
  tag: ['Tag', 'Étiquette'],
  anyTag: ['Any tag', 'Toute étiquette'],
  sort: ['Sorted by', 'Trié par'],
  updated: ['Last change', 'Dernier changement'],
  name: ['Name', 'Nom'],
  created: ['Newest', 'Plus récents'],
});

/** What the list shows: text, whose, profession, specialisation, role, tag, order. Fires `filtered` with the new filters. */
class BuildFilters extends WvwElement {
  static properties = { filters: { attribute: false }, lines: { state: true }, tags: { state: true } };

  static styles = css`
    :host {
      display: grid;
      grid-template-columns: minmax(220px, 1fr) auto;
      align-items: center;
      gap: var(--wvw-3);
    }
    .search {
      position: relative;
    }
    .search wvw-icon {
      position: absolute;
      inset: 0 auto 0 10px;
      height: 100%;
      color: var(--wvw-text-2);
      pointer-events: none;
    }
    .search input {
      width: 100%;
      min-height: 40px;
      padding: 7px 12px 7px 40px;
      border: 1px solid var(--wvw-field-line);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-field);
      color: var(--wvw-text);
      font: 400 var(--wvw-size-m) / 1.45 var(--wvw-font);
    }
    .search input::placeholder {
      color: var(--wvw-text-2);
      opacity: 1;
    }
    .search input:focus-visible {
      outline: 2px solid var(--wvw-focus);
      outline-offset: 1px;
    }
    .professions,
    .more {
      display: flex;
      flex-wrap: wrap;
      grid-column: 1 / -1;
      gap: 6px;
      --wvw-crest: 24px;
    }
    select {
      min-height: 36px;
      max-width: 220px;
      padding: 4px 8px;
      border: 1px solid var(--wvw-line);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-surface);
      color: var(--wvw-text-2);
      font: inherit;
      font-size: var(--wvw-size-s);
    }
    select:focus-visible {
      border-radius: var(--wvw-radius-m);
    }
    select.on {
      border-color: var(--wvw-accent-line);
      background: var(--wvw-accent-soft);
      color: var(--wvw-text);
      font-weight: 600;
    }
    .sort {
      margin-inline-start: auto;
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
      .more {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .more select {
        width: 100%;
        max-width: none;
        min-height: 42px;
      }
      .pick {
        flex: none;
      }
      .sort {
        margin: 0;
      }
    }
  `;

  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#loadTags();
  }

  willUpdate(changed) {
    const before = changed.get('filters')?.profession;
    if (changed.has('filters') && (before !== this.filters.profession || !this.lines)) this.#loadLines();
  }

  updated(changed) {
    const { q } = this.filters;
    if (!changed.has('filters') || changed.get('filters')?.q === q) return;
    const input = this.renderRoot.querySelector('input');
    // Who types "heal " and pauses keeps his space.
    if (input.value.trim() !== q) input.value = q;
  }

  /** The filter stands there before its tags come, so that nothing moves then. */
  async #loadTags() {
    if (!session.user) return;
    this.tags = await api.get('tags?limit=60').then((page) => page.items, () => []);
  }

  async #loadLines() {
    const { profession } = this.filters;
    const all = await facts(`specializations${profession ? `?profession=${profession}` : ''}`).catch(() => []);
    if (profession !== this.filters.profession) return;
    this.lines = [...all].sort((a, b) => Number(b.elite) - Number(a.elite) || a.name.localeCompare(b.name));
  }

  render() {
    const { owner, profession } = this.filters;
    return html`
      <div class="search">
        <wvw-icon name="search"></wvw-icon>
        <input
          type="search"
          aria-label=${t('search')}
          placeholder=${t('search')}
          maxlength="100"
          autocomplete="off"
          @input=${this.#typed}
        />
      </div>
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
            @click=${() => this.#set({ profession: profession === id ? '' : id, specialization: '' })}
          >
            <wvw-crest .profession=${id}></wvw-crest>${professionName(id)}
          </button>`,
        )}
      </div>
      <div class="more">${this.#selects()}</div>
    `;
  }

  #selects() {
    const { role, tag } = this.filters;
    const known = role && !roles.includes(role) ? [role, ...roles] : roles;
    const tags = this.tags ?? [];
    return html`${this.#select('specialization', t('anySpecialization'), (this.lines ?? []).map(({ id, name }) => [String(id), name]))}
    ${this.#select('role', t('anyRole'), known.map((one) => [one, roleName(one)]))}
    ${session.user || tag
      ? this.#select('tag', t('anyTag'), (tag && !tags.includes(tag) ? [tag, ...tags] : tags).map((one) => [one, one]))
      : nothing}
    <select class="sort" aria-label=${t('sort')} @change=${(event) => this.#set({ sort: event.target.value })}>
      ${['', 'name', 'created'].map(
        (sort) =>
          html`<option value=${sort} .selected=${live(sort === this.filters.sort)}>${t(sort === '' ? 'updated' : sort)}</option>`,
      )}
    </select>`;
  }

  #select(name, any, options) {
    const value = this.filters[name];
    return html`<select
      class=${value ? 'on' : ''}
      aria-label=${t(name)}
      @change=${(event) => this.#set({ [name]: event.target.value })}
    >
      <option value="" .selected=${live(!value)}>${any}</option>
      ${options.map(([key, text]) => html`<option value=${key} .selected=${live(key === value)}>${text}</option>`)}
    </select>`;
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
    const q = event.target.value.trim();
    if (q === this.filters.q) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set({ q }), 220);
  }

  #set(change) {
    this.dispatchEvent(new CustomEvent('filtered', { detail: { ...this.filters, ...change } }));
  }
}

customElements.define('wvw-build-filters', BuildFilters);

import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PagedList, api, dateTime, relative, session } from 'wvw/ui';
import { all } from './all.js';
import { listLook } from './list-look.js';
import { t } from './list-words.js';
import { look } from './look.js';
import { parts } from './parts.js';
import { ruleSetTitle, t as shared } from './words.js';

const NAMES = ['q', 'tag', 'owner', 'template', 'rule_set'];
/** How many are shown at first, and with each more. */
const PAGE = 24;

/** The squads that the reader may see, with filters that stand in the address. */
class SquadList extends PagedList {
  static properties = {
    filters: { state: true },
    sets: { state: true },
    steps: { state: true },
  };

  static styles = [look, listLook];

  #timer;

  constructor() {
    super();
    const query = new URLSearchParams(location.search);
    this.filters = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? '']));
    this.sets = [];
  }

  connectedCallback() {
    super.connectedCallback();
    if (session.user)
      api.get('rule-sets').then(
        ({ items }) => (this.sets = items),
        () => undefined,
      );
  }

  get source() {
    const query = new URLSearchParams(Object.entries(this.filters).filter(([, value]) => value));
    query.set('limit', String(PAGE));
    return `compositions?${query}`;
  }

  async load() {
    await super.load();
    if (!this.items || this.items.length || !session.user || this.steps) return;
    try {
      await this.#whereTo();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** How far an empty guild is. */
  async #whereTo() {
    const [teams, rosters] = await Promise.all([all('teams'), all('rosters')]);
    this.steps = { team: teams.length > 0, roster: rosters.some(({ players }) => players > 0) };
  }

  #filter(change) {
    this.filters = { ...this.filters, ...change };
    const query = new URLSearchParams(Object.entries(this.filters).filter(([, value]) => value)).toString();
    history.replaceState({}, '', query ? `/squads?${query}` : '/squads');
    this.load();
  }

  #typed(change) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#filter(change), 220);
  }

  render() {
    return html`
      <div class="page-head">
        <h1>${shared('squads')}</h1>
        ${session.user ? html`<a class="button primary" href="/squads/new"><wvw-icon name="plus"></wvw-icon>${t('add')}</a>` : nothing}
      </div>
      ${parts('all')} ${this.#filters()} ${this.#content()}
    `;
  }

  #filters() {
    const { q, tag, owner, template, rule_set } = this.filters;
    const pick = (text, on, change) =>
      html`<button class="pick plain" aria-pressed=${on ? 'true' : 'false'} @click=${() => this.#filter(change)}>
        ${text}
      </button>`;
    return html`<div class="filters" role="search">
      <label class="field"
        >${t('search')}<input
          name="q"
          type="search"
          maxlength="100"
          autocomplete="off"
          .value=${q}
          @input=${(event) => this.#typed({ q: event.target.value.trim() })}
      /></label>
      <label class="field"
        >${t('tag')}<input
          name="tag"
          maxlength="40"
          autocomplete="off"
          .value=${tag}
          @input=${(event) => this.#typed({ tag: event.target.value.trim().toLowerCase() })}
      /></label>
      <label class="field"
        >${shared('ruleSet')}
        <select @change=${(event) => this.#filter({ rule_set: event.target.value })} ?disabled=${!this.sets.length}>
          <option value="">${t('any')}</option>
          ${this.sets.map((set) => html`<option value=${set.id} .selected=${set.id === rule_set}>${ruleSetTitle(set)}</option>`)}
        </select>
      </label>
      <div class="row" role="group" aria-label=${t('whose')}>
        ${session.user ? pick(t('mine'), owner === 'me', { owner: owner === 'me' ? '' : 'me' }) : nothing}
        ${pick(t('templates'), template === 'true', { template: template === 'true' ? '' : 'true' })}
      </div>
    </div>`;
  }

  #content() {
    const waiting = html`<wvw-skeleton class="waiting" even lines="3"></wvw-skeleton>`;
    return this.frame(
      session.user && !this.steps ? waiting : this.#empty(),
      html`<ul class="cards">
        ${repeat(
          this.drawn,
          ({ id }) => id,
          (one) => html`<li>${this.#card(one)}</li>`,
        )}
      </ul>`,
      waiting,
    );
  }

  #card(one) {
    const mine = session.user?.id === one.owner.id;
    const set = this.sets.find(({ id }) => id === one.rule_set);
    const full = Math.ceil(one.players / 5);
    return html`<a class="main" href="/squads/${one.id}">
      <div>
        <h2>${one.name}</h2>
        <div class="muted small">
          ${shared('players', { n: one.players })}${set ? ` · ${ruleSetTitle(set)}` : ''}${!mine && one.owner.username ? ` · ${t('by', { name: one.owner.username })}` : ''}
        </div>
      </div>
      <div class="bar" aria-hidden="true">
        ${Array.from({ length: 10 }, (_, i) => html`<i class=${i < full ? 'on' : ''}></i>`)}
      </div>
      <div class="foot">
        <span class="tag"
          ><wvw-icon name=${{ private: 'lock', team: 'users', public: 'globe' }[one.visibility]}></wvw-icon
          >${shared(one.visibility)}</span
        >
        ${one.template ? html`<span class="tag warn">${shared('template')}</span>` : nothing}
        ${one.tags.slice(0, 3).map((tag) => html`<span class="tag">${tag}</span>`)}
        <time datetime=${one.updated_at} title=${dateTime(one.updated_at)}>${relative(one.updated_at)}</time>
      </div>
    </a>`;
  }

  #empty() {
    if (NAMES.some((name) => this.filters[name])) {
      return html`<wvw-empty icon="search" .heading=${t('nothing')} .text=${t('nothingText')}>
        <button class="button" @click=${() => this.#filter(Object.fromEntries(NAMES.map((name) => [name, ''])))}>
          ${t('clear')}
        </button>
      </wvw-empty>`;
    }
    if (!session.user) {
      return html`<wvw-empty icon="squads" .heading=${t('visitor')} .text=${t('visitorText')}
        ><a class="button primary" href="/sign-in">${t('signIn')}</a></wvw-empty
      >`;
    }
    const { team, roster } = this.steps;
    return html`<wvw-empty icon="squads" .heading=${t('none')} .text=${t('noneText')}>
      <ol class="steps">
        ${this.#step('stepTeam', '/teams', team, !team)}
        ${this.#step('stepRoster', '/rosters', roster, team && !roster)}
        ${this.#step('stepSolve', '/squads/new', false, roster)}
      </ol>
    </wvw-empty>`;
  }

  #step(key, path, done, now) {
    return html`<li>
      <a class=${now ? 'now' : ''} href=${path}
        ><strong>${t(key)}</strong
        ><span class="muted small">${t(`${key}Text`)}</span>
        ${done ? html`<span class="tag good"><wvw-icon name="check"></wvw-icon>${t('done')}</span>` : nothing}</a
      >
    </li>`;
  }
}

customElements.define('wvw-squad-list', SquadList);

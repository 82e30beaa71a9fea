import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WvwElement, api, dateTime, relative, session, words } from 'wvw/ui';
import { all } from './desk.js';
import { look } from './look.js';
import { parts } from './parts.js';
import { ruleSetTitle, t as shared } from './words.js';

const t = words({
  add: ['New squad', 'Nouvelle escouade'],
  search: ['Search by name', 'Chercher par nom'],
  tag: ['Tag', 'Étiquette'],
  any: ['Any', 'Toutes'],
  whose: ['Whose squads', 'À qui'],
  mine: ['Mine', 'Les miennes'],
  templates: ['Templates', 'Modèles'],
  none: ['No squads yet', 'Pas encore d’escouade'],
  noneText: [
    'Three steps lead to the first one: make a team to share with, make a roster of who could come, and have it solved.',
    'Trois étapes mènent à la première : créez une équipe, créez l’effectif de ceux qui pourraient venir, puis faites résoudre.',
  ],
  visitor: ['No public squads', 'Aucune escouade publique'],
  visitorText: ['Sign in to see those of your guild.', 'Connectez-vous pour voir celles de votre guilde.'],
  signIn: ['Sign in', 'Se connecter'],
  nothing: ['Nothing fits', 'Rien ne correspond'],
  nothingText: ['No squad fits these filters.', 'Aucune escouade ne correspond à ces filtres.'],
  clear: ['Clear the filters', 'Effacer les filtres'],
  by: ['by {name}', 'par {name}'],
  stepTeam: ['Make a team', 'Créer une équipe'],
  stepTeamText: ['Who shares rosters and squads.', 'Qui partage effectifs et escouades.'],
  stepRoster: ['Make a roster', 'Créer un effectif'],
  stepRosterText: ['Paste the names, say what they play.', 'Collez les noms, dites ce qu’ils jouent.'],
  stepSolve: ['Solve the squad', 'Résoudre l’escouade'],
  stepSolveText: ['Subgroups that work, in a second.', 'Des sous-groupes qui marchent, en une seconde.'],
  done: ['done', 'fait'],
});

const NAMES = ['q', 'tag', 'owner', 'template', 'rule_set'];

/** The squads that the reader may see, with filters that stand in the address. */
class SquadList extends WvwElement {
  static properties = {
    filters: { state: true },
    items: { state: true },
    next: { state: true },
    problem: { state: true },
    sets: { state: true },
    steps: { state: true },
  };

  static styles = [
    look,
    css`
      :host {
        display: grid;
        gap: var(--wvw-3);
      }
      .page-head,
      .parts {
        margin: 0;
      }
      .filters {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr) auto;
        align-items: end;
        gap: var(--wvw-2) var(--wvw-3);
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        gap: var(--wvw-3);
      }
      .cards a.main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        height: 100%;
        align-content: space-between;
        padding: 14px 16px 12px;
        border: 1px solid var(--wvw-line);
        border-radius: var(--wvw-radius-l);
        background: var(--wvw-surface);
        color: var(--wvw-text);
        text-decoration: none;
      }
      .cards a.main:hover {
        border-color: var(--wvw-accent-line);
        background: linear-gradient(115deg, var(--wvw-accent-soft), var(--wvw-surface) 60%);
      }
      .cards a.main:focus-visible {
        border-radius: var(--wvw-radius-l);
      }
      h2 {
        overflow: hidden;
        font-size: 1rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .bar {
        display: grid;
        grid-template-columns: repeat(10, 1fr);
        gap: 3px;
        height: 5px;
      }
      .bar i {
        border-radius: 3px;
        background: var(--wvw-hover);
      }
      .bar i.on {
        background: var(--wvw-accent);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      .foot time {
        margin-inline-start: auto;
        color: var(--wvw-text-2);
        font-size: var(--wvw-size-xs);
      }
      .steps {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr));
        gap: var(--wvw-3);
        width: 100%;
        counter-reset: step;
        text-align: start;
      }
      .steps a {
        display: grid;
        gap: 2px;
        min-height: 92px;
        align-content: start;
        padding: 12px 14px;
        border: 1px solid var(--wvw-line-2);
        border-radius: var(--wvw-radius-m);
        background: var(--wvw-surface);
        color: var(--wvw-text);
        text-decoration: none;
      }
      .steps a:hover,
      .steps .now {
        border-color: var(--wvw-accent-line);
        background: var(--wvw-accent-soft);
      }
      .waiting {
        --wvw-skeleton: 110px;
      }
      @media (max-width: 699px) {
        .filters {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        .filters > :first-child,
        .filters > :last-child {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  #asked = 0;
  #timer;

  constructor() {
    super();
    const query = new URLSearchParams(location.search);
    this.filters = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? '']));
    this.sets = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    if (session.user) api.get('rule-sets').then(({ items }) => (this.sets = items), () => undefined);
  }

  async #load(cursor = '') {
    const asked = (this.#asked += 1);
    this.problem = null;
    const query = new URLSearchParams(Object.entries(this.filters).filter(([, value]) => value));
    query.set('limit', '48');
    if (cursor) query.set('cursor', cursor);
    try {
      const page = await api.get(`compositions?${query}`);
      if (asked !== this.#asked) return;
      this.items = cursor ? [...this.items, ...page.items] : page.items;
      this.next = page.next_cursor;
      if (!this.items.length && session.user && !this.steps) await this.#whereTo();
    } catch (problem) {
      if (asked === this.#asked) this.problem = problem;
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
    this.#load();
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
    const pick = (text, on, change) => html`<button class="pick plain" aria-pressed=${on ? 'true' : 'false'} @click=${() => this.#filter(change)}>${text}</button>`;
    return html`<div class="filters" role="search">
      <label class="field">${t('search')}<input name="q" type="search" maxlength="100" autocomplete="off" .value=${q} @input=${(event) => this.#typed({ q: event.target.value.trim() })} /></label>
      <label class="field">${t('tag')}<input name="tag" maxlength="40" autocomplete="off" .value=${tag} @input=${(event) => this.#typed({ tag: event.target.value.trim().toLowerCase() })} /></label>
      <label class="field">${shared('ruleSet')}
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
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${() => this.#load()}></wvw-problem>`;
    if (!this.items || (!this.items.length && session.user && !this.steps)) return html`<wvw-skeleton class="waiting" even lines="3"></wvw-skeleton>`;
    if (!this.items.length) return this.#empty();
    return html`<ul class="cards">
        ${repeat(this.items, ({ id }) => id, (one) => html`<li>${this.#card(one)}</li>`)}
      </ul>
      ${this.next ? html`<div class="row"><button class="button" @click=${() => this.#load(this.next)}>${shared('more')}</button></div>` : nothing}`;
  }

  #card(one) {
    const mine = session.user?.id === one.owner.id;
    const set = this.sets.find(({ id }) => id === one.rule_set);
    const full = Math.ceil(one.players / 5);
    return html`<a class="main" href="/squads/${one.id}">
      <div>
        <h2>${one.name}</h2>
        <div class="muted small">${shared('players', { n: one.players })}${set ? ` · ${ruleSetTitle(set)}` : ''}${!mine && one.owner.username ? ` · ${t('by', { name: one.owner.username })}` : ''}</div>
      </div>
      <div class="bar" aria-hidden="true">${Array.from({ length: 10 }, (_, i) => html`<i class=${i < full ? 'on' : ''}></i>`)}</div>
      <div class="foot">
        <span class="tag"><wvw-icon name=${{ private: 'lock', team: 'users', public: 'globe' }[one.visibility]}></wvw-icon>${shared(one.visibility)}</span>
        ${one.template ? html`<span class="tag warn">${shared('template')}</span>` : nothing}
        ${one.tags.slice(0, 3).map((tag) => html`<span class="tag">${tag}</span>`)}
        <time datetime=${one.updated_at} title=${dateTime(one.updated_at)}>${relative(one.updated_at)}</time>
      </div>
    </a>`;
  }

  #empty() {
    if (NAMES.some((name) => this.filters[name])) {
      return html`<wvw-empty icon="search" .heading=${t('nothing')} .text=${t('nothingText')}>
        <button class="button" @click=${() => this.#filter(Object.fromEntries(NAMES.map((name) => [name, ''])))}>${t('clear')}</button>
      </wvw-empty>`;
    }
    if (!session.user) {
      return html`<wvw-empty icon="squads" .heading=${t('visitor')} .text=${t('visitorText')}><a class="button primary" href="/sign-in">${t('signIn')}</a></wvw-empty>`;
    }
    const { team, roster } = this.steps;
    return html`<wvw-empty icon="squads" .heading=${t('none')} .text=${t('noneText')}>
      <ol class="steps">
        ${this.#step('stepTeam', '/teams', team, !team)} ${this.#step('stepRoster', '/rosters', roster, team && !roster)}
        ${this.#step('stepSolve', '/squads/new', false, roster)}
      </ol>
    </wvw-empty>`;
  }

  #step(key, path, done, now) {
    return html`<li>
      <a class=${now ? 'now' : ''} href=${path}><strong>${t(key)}</strong><span class="muted small">${t(`${key}Text`)}</span>
        ${done ? html`<span class="tag good"><wvw-icon name="check"></wvw-icon>${t('done')}</span>` : nothing}</a>
    </li>`;
  }
}

customElements.define('wvw-squad-list', SquadList);

import { css, html, nothing } from 'lit';
import { WvwElement, api, dateTime, navigate, relative, words } from 'wvw/ui';
import { all } from '../squads/desk.js';
import { look } from '../squads/look.js';
import '../squads/name-sheet.js';
import { t as shared } from '../squads/words.js';

const t = words({
  add: ['New roster', 'Nouvel effectif'],
  lead: [
    'Who could come, what they play, and who is here tonight.',
    'Qui pourrait venir, ce qu’ils jouent, et qui est là ce soir.',
  ],
  none: ['No rosters yet', 'Pas encore d’effectif'],
  noneText: [
    'A roster is a list of names with what each can play. Make one, paste the names from your sign-up sheet, and solve the squad.',
    'Un effectif est une liste de noms avec ce que chacun sait jouer. Créez-en un, collez les noms de vos inscriptions, puis résolvez l’escouade.',
  ],
  here: ['{n} here tonight|{n} here tonight', '{n} présent ce soir|{n} présents ce soir'],
  make: ['Make it', 'Le créer'],
  team: ['Team', 'Équipe'],
  teamHelp: ['Its members see the roster, its editors change it.', 'Ses membres le voient, ses éditeurs le modifient.'],
  example: ['Regulars', 'Habitués'],
});

/** The rosters of the reader and of their teams. */
class RosterList extends WvwElement {
  static properties = {
    items: { state: true },
    teams: { state: true },
    problem: { state: true },
    asking: { state: true },
  };

  static styles = [
    look,
    css`
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
        gap: var(--wvw-3);
      }
      .cards a {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
        padding: 14px 16px;
        border: 1px solid var(--wvw-line);
        border-radius: var(--wvw-radius-l);
        background: var(--wvw-surface);
        color: var(--wvw-text);
        text-decoration: none;
      }
      .cards a:hover {
        border-color: var(--wvw-accent-line);
        background: linear-gradient(115deg, var(--wvw-accent-soft), var(--wvw-surface) 60%);
      }
      .cards a:focus-visible {
        border-radius: var(--wvw-radius-l);
      }
      h2 {
        overflow-wrap: anywhere;
        font-size: 1rem;
      }
      time {
        margin-inline-start: auto;
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      [this.items, this.teams] = await Promise.all([all('rosters'), all('teams')]);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${shared('rosters')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
        <button class="button primary" @click=${() => (this.asking = true)}>
          <wvw-icon name="plus"></wvw-icon>${t('add')}
        </button>
      </div>
      ${this.#content()}
      ${
        this.asking
          ? html`<wvw-name-sheet
              .heading=${t('add')}
              .action=${t('make')}
              .placeholder=${t('example')}
              .teams=${(this.teams ?? []).filter(({ role }) => role !== 'viewer')}
              .team=${this.teams?.find(({ role }) => role !== 'viewer')?.id ?? ''}
              .labels=${{ team: t('team'), teamHelp: t('teamHelp') }}
              .save=${(form) => this.#add(form)}
              @closed=${() => (this.asking = false)}
            ></wvw-name-sheet>`
          : nothing
      }`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.items) return html`<div class="card"><wvw-skeleton lines="4"></wvw-skeleton></div>`;
    if (!this.items.length) {
      return html`<wvw-empty icon="users" .heading=${t('none')} .text=${t('noneText')}>
        <button class="button primary" @click=${() => (this.asking = true)}>${t('add')}</button>
      </wvw-empty>`;
    }
    return html`<ul class="cards">
      ${this.items.map((one) => html`<li>${this.#card(one)}</li>`)}
    </ul>`;
  }

  #card(one) {
    const team = this.teams.find(({ id }) => id === one.team_id);
    return html`<a href="/rosters/${one.id}">
      <h2>${one.name}</h2>
      <div class="muted small">${shared('players', { n: one.players })} · ${t('here', { n: one.present })}</div>
      <div class="row">
        ${team ? html`<span class="tag"><wvw-icon name="users"></wvw-icon>${team.name}</span>` : html`<span class="tag"><wvw-icon name="lock"></wvw-icon>${shared('private')}</span>`}
        <time class="muted small" datetime=${one.updated_at} title=${dateTime(one.updated_at)}
          >${relative(one.updated_at)}</time
        >
      </div>
    </a>`;
  }

  async #add({ name, team_id }) {
    const made = await api.post('rosters', team_id ? { name, team_id } : { name });
    navigate(`/rosters/${made.id}`);
  }
}

customElements.define('wvw-roster-list', RosterList);

import { html } from 'lit';
import { api, dateTime, navigate, relative, words } from 'wvw/ui';
import { all } from '../squads/all.js';
import { CardList } from '../squads/card-list.js';
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
class RosterList extends CardList {
  static properties = { teams: { state: true } };

  async read() {
    [this.items, this.teams] = await Promise.all([all('rosters'), all('teams')]);
  }

  render() {
    return this.frame({
      heading: shared('rosters'),
      lead: t('lead'),
      add: t('add'),
      icon: 'users',
      none: t('none'),
      noneText: t('noneText'),
      card: (one) => this.#card(one),
      sheet: () => this.#sheet(),
    });
  }

  #sheet() {
    const teams = (this.teams ?? []).filter(({ role }) => role !== 'viewer');
    return html`<wvw-name-sheet
      .heading=${t('add')}
      .action=${t('make')}
      .placeholder=${t('example')}
      .teams=${teams}
      .team=${teams[0]?.id ?? ''}
      .labels=${{ team: t('team'), teamHelp: t('teamHelp') }}
      .save=${(form) => this.#add(form)}
      @closed=${() => (this.asking = false)}
    ></wvw-name-sheet>`;
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

import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WvwElement, api, confirm, navigate, retitle, saying, session, toast, words } from 'wvw/ui';
import { all, roster } from '../squads/desk.js';
import { look } from '../squads/look.js';
import '../squads/name-sheet.js';
import { playable, shortLabel } from '../squads/playables.js';
import './entry-sheet.js';
import './paste-sheet.js';

const t = words({
  list: ['All rosters', 'Tous les effectifs'],
  paste: ['Paste names', 'Coller des noms'],
  add: ['Add a player', 'Ajouter un joueur'],
  solve: ['Solve a squad', 'Résoudre une escouade'],
  rename: ['Rename', 'Renommer'],
  delete: ['Delete', 'Supprimer'],
  askDelete: ['Delete “{name}”?', 'Supprimer « {name} » ?'],
  askDeleteText: ['The roster goes for everybody who sees it. This cannot be undone.', 'L’effectif disparaît pour tous ceux qui le voient. C’est irréversible.'],
  deleted: ['“{name}” was deleted', '« {name} » est supprimé'],
  here: ['{n} of {of} here tonight', '{n} sur {of} présents ce soir'],
  isHere: ['Here', 'Présent'],
  isAway: ['Away', 'Absent'],
  tonight: ['{player} tonight:', '{player} ce soir :'],
  allHere: ['Everybody is here', 'Tous présents'],
  noneHere: ['Nobody is here', 'Personne'],
  none: ['Nobody on it yet', 'Encore personne'],
  noneText: ['Paste the names from a chat or a sign-up sheet: one a line, or separated by commas.', 'Collez les noms d’un chat ou d’une feuille d’inscription : un par ligne, ou séparés par des virgules.'],
  noBuild: ['plays nothing yet', 'ne joue rien encore'],
  search: ['Find a player', 'Trouver un joueur'],
  edit: ['Edit {player}', 'Modifier {player}'],
  team: ['Team', 'Équipe'],
  teamHelp: ['Its members see the roster, its editors change it.', 'Ses membres le voient, ses éditeurs le modifient.'],
  missing: ['This roster is not here', 'Cet effectif n’est pas ici'],
  stale: ['Somebody changed the roster meanwhile: it was read again. Repeat your change.', 'Quelqu’un a modifié l’effectif entre-temps : il a été relu. Refaites votre modification.'],
});

/** One roster: a row for each player, with a large switch for tonight. */
class Roster extends WvwElement {
  static properties = {
    id: {},
    roster: { state: true },
    teams: { state: true },
    problem: { state: true },
    sheet: { state: true },
    q: { state: true },
  };

  static styles = [
    look,
    css`
      .rows {
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 420px), 1fr));
      }
      .rows > li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 var(--wvw-3);
        border: 1px solid var(--wvw-line);
        border-radius: var(--wvw-radius-m);
        background: var(--wvw-surface);
      }
      .rows > li.away {
        background: none;
      }
      .here {
        align-self: stretch;
        width: 104px;
        min-height: 52px;
        border: 0;
        border-inline-end: 1px solid var(--wvw-line);
        border-radius: var(--wvw-radius-m) 0 0 var(--wvw-radius-m);
        background: none;
        color: var(--wvw-text-2);
      }
      .here[aria-pressed='true'] {
        background: var(--wvw-good-soft);
        color: var(--wvw-good);
      }
      .who {
        display: grid;
        gap: 3px;
        padding-block: 7px;
        min-width: 0;
      }
      .who strong,
      .who .muted {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .away strong {
        color: var(--wvw-text-2);
      }
      .builds {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        color: var(--wvw-text-2);
        font-size: var(--wvw-size-s);
        --wvw-crest: 17px;
      }
      .builds span {
        display: inline-flex;
        align-items: center;
        gap: 5px;
      }
      .builds .first {
        color: var(--wvw-text);
        font-weight: 600;
      }
      .builds .lack {
        text-decoration: line-through dotted;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--wvw-2);
        margin-block-end: var(--wvw-3);
      }
      .tools input {
        width: min(100%, 240px);
      }
      @media (max-width: 479px) {
        .here {
          width: 106px;
          padding-inline: 6px;
        }
        .page-head .row,
        .page-head .row > .button:not(.icon) {
          flex: 1 1 auto;
        }
        .tools input {
          width: 100%;
        }
      }
    `,
  ];

  /** The version that the server has, which what is shown may be ahead of. */
  #tag;
  #marking = Promise.resolve();

  constructor() {
    super();
    this.q = '';
    this.sheet = null;
  }

  willUpdate(changed) {
    if (changed.has('id')) this.#load();
  }

  async #load() {
    const { id } = this;
    Object.assign(this, { roster: null, problem: null });
    try {
      const [found, teams] = await Promise.all([roster(id), all('teams')]);
      if (id !== this.id) return;
      this.teams = teams;
      this.#show(found);
    } catch (problem) {
      if (id === this.id) this.problem = problem;
    }
  }

  #show(found) {
    this.roster = found;
    this.#tag = found.etag;
    retitle(found.name);
  }

  async #again() {
    this.#show(await roster(this.id));
  }

  get #editable() {
    const { owner_id, team_id } = this.roster;
    const role = this.teams.find(({ id }) => id === team_id)?.role;
    return owner_id === session.user?.id || role === 'owner' || role === 'editor';
  }

  render() {
    return html`<a class="back" href="/rosters"><wvw-icon name="back"></wvw-icon>${t('list')}</a> ${this.#content()}`;
  }

  #content() {
    if (this.problem) {
      const gone = this.problem.status === 404;
      return html`<wvw-problem .heading=${gone ? t('missing') : ''} ?final=${gone} .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    }
    if (!this.roster) return html`<wvw-skeleton even lines="8"></wvw-skeleton>`;
    const { entries } = this.roster;
    return html`${this.#head()} ${entries.length ? html`${this.#tools()} ${this.#rows()}` : this.#empty()} ${this.#sheets()}`;
  }

  #head() {
    const { entries, name, team_id, id } = this.roster;
    const here = entries.filter(({ present }) => present).length;
    const team = this.teams.find((one) => one.id === team_id);
    return html`<div class="page-head">
      <div>
        <h1>${name}</h1>
        <div class="row small muted">
          <span role="status">${t('here', { n: here, of: entries.length })}</span>
          ${team ? html`<span class="tag"><wvw-icon name="users"></wvw-icon>${team.name}</span>` : nothing}
        </div>
      </div>
      <div class="row">
        ${this.#editable
          ? html`<button class="button icon" @click=${() => (this.sheet = { name: true })}><wvw-icon name="edit"></wvw-icon><span class="visually-hidden">${t('rename')}</span></button>
              <button class="button icon" @click=${this.#delete}><wvw-icon name="trash"></wvw-icon><span class="visually-hidden">${t('delete')}</span></button>
              <button class="button" @click=${() => (this.sheet = { paste: true })}>${t('paste')}</button>
              <button class="button" @click=${() => (this.sheet = { entry: null })}><wvw-icon name="plus"></wvw-icon>${t('add')}</button>`
          : nothing}
        ${here ? html`<a class="button primary" href="/squads/new?roster=${id}"><wvw-icon name="play"></wvw-icon>${t('solve')}</a>` : nothing}
      </div>
    </div>`;
  }

  #tools() {
    return html`<div class="tools">
      <input type="search" aria-label=${t('search')} placeholder=${t('search')} .value=${this.q} @input=${(event) => (this.q = event.target.value)} />
      ${this.#editable
        ? html`<div class="row">
            <button class="button" @click=${() => this.#mark(() => true)}>${t('allHere')}</button>
            <button class="button" @click=${() => this.#mark(() => false)}>${t('noneHere')}</button>
          </div>`
        : nothing}
    </div>`;
  }

  #rows() {
    const q = this.q.trim().toLowerCase();
    const some = this.roster.entries.filter(({ player }) => player.toLowerCase().includes(q));
    return html`<ul class="rows">
      ${repeat(some, ({ id }) => id, (entry) => this.#row(entry))}
    </ul>`;
  }

  #row(entry) {
    const { player, present, builds, gear_missing, note } = entry;
    const editable = this.#editable;
    return html`<li class=${present ? '' : 'away'}>
      <button class="button here" aria-pressed=${present ? 'true' : 'false'} ?disabled=${!editable} @click=${() => this.#mark((one) => (one === entry ? !present : one.present))}>
        <wvw-icon name=${present ? 'check' : 'close'}></wvw-icon><span class="visually-hidden">${t('tonight', { player })} </span>${present ? t('isHere') : t('isAway')}
      </button>
      <div class="who">
        <strong>${player}</strong>
        <div class="builds">
          ${builds.length ? nothing : html`<span class="tag warn">${t('noBuild')}</span>`}
          ${builds.slice(0, 4).map((id, i) => html`<span class="${i ? '' : 'first'} ${gear_missing.includes(id) ? 'lack' : ''}"><wvw-crest .profession=${playable(id)?.profession ?? ''}></wvw-crest>${shortLabel(id)}</span>`)}
          ${builds.length > 4 ? html`<span>+${builds.length - 4}</span>` : nothing}
        </div>
        ${note ? html`<div class="muted small">${note}</div>` : nothing}
      </div>
      ${editable
        ? html`<button class="button quiet icon" @click=${() => (this.sheet = { entry })}><wvw-icon name="edit"></wvw-icon><span class="visually-hidden">${t('edit', { player })}</span></button>`
        : html`<span></span>`}
    </li>`;
  }

  #empty() {
    return html`<wvw-empty icon="users" .heading=${t('none')} .text=${t('noneText')}>
      ${this.#editable ? html`<button class="button primary" @click=${() => (this.sheet = { paste: true })}>${t('paste')}</button>` : nothing}
    </wvw-empty>`;
  }

  #sheets() {
    const closed = () => (this.sheet = null);
    const { sheet, roster: whole } = this;
    if (!sheet) return nothing;
    if (sheet.paste) return html`<wvw-paste-sheet .roster=${whole} @changed=${() => this.#again()} @closed=${closed}></wvw-paste-sheet>`;
    if ('entry' in sheet) return html`<wvw-entry-sheet .roster=${whole} .entry=${sheet.entry} @changed=${() => this.#again()} @closed=${closed}></wvw-entry-sheet>`;
    return html`<wvw-name-sheet
      .heading=${t('rename')}
      .name=${whole.name}
      .teams=${this.teams.filter(({ role }) => role !== 'viewer')}
      .team=${whole.team_id ?? ''}
      .labels=${{ team: t('team'), teamHelp: t('teamHelp') }}
      .save=${(form) => this.#rename(form)}
      @closed=${closed}
    ></wvw-name-sheet>`;
  }

  async #rename({ name, team_id }) {
    const headers = { 'If-Match': this.roster.etag };
    await api.put(`rosters/${this.id}`, team_id ? { name, team_id } : { name }, { headers });
    await this.#again();
  }

  /** Shows at once what was tapped; many taps in a row go out one after the other, each on top of the one before. */
  #mark(here) {
    const entries = this.roster.entries.map((entry) => ({ ...entry, present: here(entry) }));
    this.roster = Object.defineProperty({ ...this.roster, entries }, 'etag', { value: this.roster.etag });
    const mine = this.roster;
    this.#marking = this.#marking.then(() => (mine === this.roster ? this.#send(mine) : undefined));
  }

  async #send(mine) {
    const players = mine.entries.filter(({ present }) => present).map(({ player }) => player);
    try {
      const saved = await api.put(`rosters/${this.id}/present`, { players }, { headers: { 'If-Match': this.#tag } });
      this.#tag = saved.etag;
      if (mine === this.roster) this.#show(saved);
    } catch (problem) {
      toast(problem.status === 412 ? t('stale') : saying(problem), { kind: 'bad' });
      await this.#again();
    }
  }

  async #delete() {
    const { name, etag } = this.roster;
    if (!(await confirm({ heading: t('askDelete', { name }), text: t('askDeleteText'), action: t('delete') }))) return;
    try {
      await api.delete(`rosters/${this.id}`, { headers: { 'If-Match': etag } });
      toast(t('deleted', { name }));
      navigate('/rosters');
    } catch (problem) {
      toast(problem.status === 412 ? t('stale') : saying(problem), { kind: 'bad' });
      if (problem.status === 412) await this.#again();
    }
  }
}

customElements.define('wvw-roster', Roster);

import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WvwElement, api, confirm, navigate, retitle, saying, session, toast } from 'wvw/ui';
import { all } from '../squads/all.js';
import { roster } from '../squads/desk.js';
import { look } from '../squads/look.js';
import '../squads/name-sheet.js';
import { playable, shortLabel } from '../squads/playables.js';
import { refused } from '../squads/refused.js';
import './entry-sheet.js';
import './paste-sheet.js';
import { rosterLook } from './roster-look.js';
import { t } from './words.js';

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

  static styles = [look, rosterLook];

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
    const { id } = this;
    const found = await roster(id);
    if (id === this.id) this.#show(found);
  }

  /** Reads it again; without an answer nobody is shown as here, since nobody knows. */
  async #reread() {
    try {
      await this.#again();
    } catch (problem) {
      Object.assign(this, { roster: null, sheet: null, problem });
    }
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
    if (this.problem) return refused(this.problem, t('missing'), this.#load);
    if (!this.roster) return html`<wvw-skeleton even lines="8"></wvw-skeleton>`;
    const { entries } = this.roster;
    return html`${this.#head()} ${entries.length ? html`${this.#tools()} ${this.#rows()}` : this.#empty()}
    ${this.#sheets()}`;
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
        ${
          this.#editable
            ? html`<button class="button icon" @click=${() => (this.sheet = { of: this.roster })}>
                  <wvw-icon name="edit"></wvw-icon><span class="visually-hidden">${t('rename')}</span
                ></button>
                <button class="button icon" @click=${this.#delete}>
                  <wvw-icon name="trash"></wvw-icon><span class="visually-hidden">${t('delete')}</span
                ></button>
                <button class="button" @click=${() => (this.sheet = { paste: true })}>${t('paste')}</button>
                <button class="button" @click=${() => (this.sheet = { entry: null })}>
                  <wvw-icon name="plus"></wvw-icon>${t('add')}
                </button>`
            : nothing
        }
        ${here ? html`<a class="button primary" href="/squads/new?roster=${id}"><wvw-icon name="play"></wvw-icon>${t('solve')}</a>` : nothing}
      </div>
    </div>`;
  }

  #tools() {
    return html`<div class="tools">
      <input
        type="search"
        aria-label=${t('search')}
        placeholder=${t('search')}
        .value=${this.q}
        @input=${(event) => (this.q = event.target.value)}
      />
      ${
        this.#editable
          ? html`<div class="row">
              <button class="button" @click=${() => this.#mark(() => true)}>${t('allHere')}</button>
              <button class="button" @click=${() => this.#mark(() => false)}>${t('noneHere')}</button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #rows() {
    const q = this.q.trim().toLowerCase();
    const some = this.roster.entries.filter(({ player }) => player.toLowerCase().includes(q));
    return html`<ul class="rows">
      ${repeat(
        some,
        ({ id }) => id,
        (entry) => this.#row(entry),
      )}
    </ul>`;
  }

  #row(entry) {
    const { player, present, builds, gear_missing, note } = entry;
    const editable = this.#editable;
    return html`<li class=${present ? '' : 'away'}>
      <button
        class="button here"
        aria-pressed=${present ? 'true' : 'false'}
        ?disabled=${!editable}
        @click=${() => this.#mark((one) => (one === entry ? !present : one.present))}
      >
        <wvw-icon name=${present ? 'check' : 'close'}></wvw-icon
        ><span class="visually-hidden">${t('tonight', { player })} </span>${present ? t('isHere') : t('isAway')}
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
      ${
        editable
          ? html`<button class="button quiet icon" @click=${() => (this.sheet = { entry })}>
              <wvw-icon name="edit"></wvw-icon><span class="visually-hidden">${t('edit', { player })}</span
            ></button>`
          : html`<span></span>`
      }
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
    if (sheet.paste)
      return html`<wvw-paste-sheet
        .roster=${whole}
        .refresh=${() => this.#again()}
        @changed=${this.#reread}
        @closed=${closed}
      ></wvw-paste-sheet>`;
    if ('entry' in sheet)
      return html`<wvw-entry-sheet
        .roster=${whole}
        .entry=${sheet.entry}
        .refresh=${() => this.#again()}
        @changed=${this.#reread}
        @closed=${closed}
      ></wvw-entry-sheet>`;
    return html`<wvw-name-sheet
      .heading=${t('rename')}
      .name=${sheet.of.name}
      .teams=${this.teams.filter(({ role }) => role !== 'viewer')}
      .team=${sheet.of.team_id ?? ''}
      .labels=${{ team: t('team'), teamHelp: t('teamHelp') }}
      .save=${(form) => this.#rename(form)}
      .refresh=${() => this.#again()}
      @closed=${closed}
    ></wvw-name-sheet>`;
  }

  async #rename({ name, team_id }) {
    const headers = { 'If-Match': this.roster.etag };
    await api.put(`rosters/${this.id}`, team_id ? { name, team_id } : { name }, { headers });
    await this.#reread();
  }

  /** Shows at once what was tapped; many taps in a row go out one after the other, each on top of the one before. */
  #mark(here) {
    const entries = this.roster.entries.map((entry) => ({ ...entry, present: here(entry) }));
    this.roster = Object.defineProperty({ ...this.roster, entries }, 'etag', { value: this.roster.etag });
    const mine = this.roster;
    // What one request met must not keep the next from going out: #send never throws.
    this.#marking = this.#marking.then(() => (mine === this.roster ? this.#send(mine) : undefined));
  }

  async #send(mine) {
    const players = mine.entries.filter(({ present }) => present).map(({ player }) => player);
    try {
      const saved = await api.put(`rosters/${mine.id}/present`, { players }, { headers: { 'If-Match': this.#tag } });
      if (mine.id === this.id) this.#tag = saved.etag;
      if (mine === this.roster) this.#show(saved);
    } catch (problem) {
      toast(problem.status === 412 ? t('stale') : saying(problem), { kind: 'bad' });
      if (mine.id === this.id) await this.#reread();
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
      if (problem.status === 412) await this.#reread();
    }
  }
}

customElements.define('wvw-roster', Roster);

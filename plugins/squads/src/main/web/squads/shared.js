import { css, html, nothing } from 'lit';
import { WvwElement, api, locale, professionName, professions, relative, retitle, words } from 'wvw/ui';
import { met } from './coverage.js';
import { seats } from './plan.js';
import * as desk from './desk.js';
import './export-sheet.js';
import './grid.js';
import { learn } from './playables.js';
import { look } from './look.js';
import './missing.js';
import { t as shared } from './words.js';

const t = words({
  missing: ['This squad is not here', 'Cette escouade n’est pas ici'],
  ended: [
    'The link has ended, or was never one. Ask whoever sent it for another.',
    'Le lien a pris fin ou n’a jamais existé. Demandez-en un autre à qui vous l’a envoyé.',
  ],
  by: ['by {name}', 'par {name}'],
  changed: ['changed {when}', 'modifiée {when}'],
  export: ['Export', 'Exporter'],
  holds: ['every rule holds', 'toutes les règles sont tenues'],
  misses: ['{n} rule is not reached|{n} rules are not reached', '{n} règle non tenue|{n} règles non tenues'],
  squad: ['the squad', 'l’escouade'],
  find: ['Find yourself', 'Vous trouver'],
  found: ['{player}: {where}', '{player} : {where}'],
  nobody: ['Nobody here has this name', 'Personne ici ne porte ce nom'],
});

/** A squad to read, for whoever has its link or may see it, without signing in. */
class SquadShared extends WvwElement {
  static properties = {
    code: {},
    id: {},
    squad: { state: true },
    problem: { state: true },
    exporting: { state: true },
    sought: { state: true },
  };

  static styles = [
    look,
    css`
      .stand {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px var(--wvw-3);
        margin-block-end: var(--wvw-3);
      }
      .stand input {
        width: 190px;
        margin-inline-start: auto;
      }
      .notes {
        max-width: 75ch;
        margin-block-end: var(--wvw-3);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin-block: var(--wvw-3);
        color: var(--wvw-text-2);
        font-size: var(--wvw-size-s);
      }
      .legend li {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        --wvw-crest: 16px;
      }
      @media (max-width: 599px) {
        .stand input {
          width: 100%;
        }
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('code') || changed.has('id')) this.#load();
  }

  get #path() {
    return this.code
      ? `compositions/shared/${encodeURIComponent(this.code)}`
      : `compositions/${encodeURIComponent(this.id)}`;
  }

  async #load() {
    this.problem = null;
    try {
      const squad = await api.get(this.#path, { plain: true });
      learn(squad.builds);
      this.plan = desk.plan(seats(squad.subgroups), [], {});
      this.squad = squad;
      retitle(squad.name);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.problem) {
      const gone = this.problem.status === 404;
      return gone
        ? html`<wvw-empty page icon="link" .heading=${t('missing')} .text=${t('ended')}></wvw-empty>`
        : html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    }
    if (!this.squad) return html`<wvw-skeleton even lines="8"></wvw-skeleton>`;
    return html`${this.#head()} ${this.squad.notes ? html`<p class="notes">${this.squad.notes}</p>` : nothing}
      ${this.#stand()}
      <wvw-squad-grid
        readonly
        .plan=${this.plan}
        .standings=${this.squad.coverage}
        .moved=${this.#found()}
      ></wvw-squad-grid>
      <ul class="legend">
        ${professions.map(({ id }) => html`<li><wvw-crest .profession=${id}></wvw-crest>${professionName(id)}</li>`)}
      </ul>
      <wvw-squad-missing readonly .plan=${this.plan} .standings=${this.squad.coverage}></wvw-squad-missing>
      ${
        this.exporting
          ? html`<wvw-export-sheet .path=${this.#path} @closed=${() => (this.exporting = false)}></wvw-export-sheet>`
          : nothing
      }`;
  }

  #head() {
    const { name, owner, players, tags, updated_at } = this.squad;
    return html`<div class="page-head">
      <div>
        <h1>${name}</h1>
        <div class="row small muted">
          <span>${shared('players', { n: players })}</span>
          ${owner.username ? html`<span>${t('by', { name: owner.username })}</span>` : nothing}
          <span lang=${locale()}>${t('changed', { when: relative(updated_at) })}</span>
          ${tags.map((tag) => html`<span class="tag">${tag}</span>`)}
        </div>
      </div>
      <button class="button" @click=${() => (this.exporting = true)}>${t('export')}</button>
    </div>`;
  }

  #stand() {
    const { coverage } = this.squad;
    const unmet = coverage.filter((one) => !met(one)).length;
    const squad = coverage.filter(({ subgroup }) => subgroup === null);
    return html`<div class="stand">
      <span class="tag ${unmet ? 'bad' : 'good'}"
        ><wvw-icon name=${unmet ? 'warning' : 'check'}></wvw-icon
        >${unmet ? t('misses', { n: unmet }) : t('holds')}</span
      >
      <wvw-squad-cover wide .standings=${squad} .where=${t('squad')}></wvw-squad-cover>
      <input
        type="search"
        aria-label=${t('find')}
        placeholder=${t('find')}
        @input=${(event) => (this.sought = event.target.value)}
      />
      <span class="visually-hidden" role="status">${this.#where()}</span>
    </div>`;
  }

  /** @returns {Set<string>} the players whose name holds what is looked for */
  #found() {
    const q = (this.sought ?? '').trim().toLowerCase();
    const names = this.plan.groups.flat().map(({ player }) => player);
    return new Set(q ? names.filter((name) => name.toLowerCase().includes(q)) : []);
  }

  #where() {
    const [player] = this.#found();
    if (!player) return this.sought ? t('nobody') : '';
    const group = this.plan.groups.findIndex((some) => some.some((seat) => seat.player === player));
    return t('found', { player, where: shared('subgroup', { n: group + 1 }) });
  }
}

customElements.define('wvw-squad-shared', SquadShared);

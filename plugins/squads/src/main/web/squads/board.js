import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { number, professionName, professions } from 'wvw/ui';
import { boardLook } from './board-look.js';
import { LIMITS } from './board-model.js';
import { SavedBoard } from './board-saving.js';
import { t } from './board-words.js';
import { follow } from './advice.js';
import { met } from './coverage.js';
import { SquadGrid } from './grid.js';
import { look } from './look.js';
import './missing.js';
import { PLACES } from './plan.js';
import { refused } from './refused.js';
import { sheets } from './sheets.js';
import { solvable } from './solve.js';
import { ruleSetTitle, t as shared } from './words.js';

/** The page of one squad: the board, what solves it, and what becomes of it. */
class SquadBoard extends SavedBoard {
  static styles = [look, boardLook];

  render() {
    if (this.problem) return html`${this.#up()}${refused(this.problem, t('missing'), this.load)}`;
    if (!this.desk) return html`${this.#up()}${waiting()}`;
    const { seen } = this;
    const standings = this.standings(seen.groups);
    return html`${this.#up()} ${this.#head(seen)} ${this.readonly ? nothing : this.#bar()} ${this.#notes()}
      ${this.#stand(standings)} ${this.#grid(seen, standings)}
      <ul class="legend">
        ${professions.map(({ id }) => html`<li><wvw-crest .profession=${id}></wvw-crest>${professionName(id)}</li>`)}
      </ul>
      ${this.readonly ? nothing : html`<p class="muted small">${SquadGrid.help}</p>`}
      <wvw-squad-missing
        .plan=${seen}
        .rules=${this.rules}
        .standings=${standings}
        ?readonly=${this.readonly}
        @followed=${(event) => this.byHand((plan) => follow(plan, event.detail))}
        @learn=${() => this.open('learn')}
      ></wvw-squad-missing>
      ${sheets(this)}`;
  }

  #up() {
    return html`<a class="back" href="/squads"><wvw-icon name="back"></wvw-icon>${t('list')}</a>`;
  }

  #head({ groups }) {
    const have = groups.flat().filter(({ player }) => player).length;
    const { saved } = this.desk;
    const icon = (name, text, act, off) =>
      html`<button class="button icon" ?disabled=${off} @click=${act}>
        <wvw-icon name=${name}></wvw-icon><span class="visually-hidden">${text}</span
      ></button>`;
    return html`<div class="head">
      <div class="title">
        <h1>${this.about.name || t('fresh')}</h1>
        <div class="row small muted">
          <span role="status">${t('filled', { n: have, have: number(have), of: number(groups.length * PLACES) })}</span>
          <span class="tag">${shared(this.about.visibility)}</span>
          ${this.about.tags.map((tag) => html`<span class="tag">${tag}</span>`)}
          ${this.dirty ? html`<span class="tag warn">${t('unsaved')}</span>` : nothing}
        </div>
      </div>
      <div class="row">
        ${
          this.readonly
            ? nothing
            : html`${icon('undo', t('undo'), this.undo, !this.past.undoable)}
              ${icon('redo', t('redo'), this.redo, !this.past.redoable)}
              ${icon('edit', t('details'), () => this.open('details'), false)}`
        }
        ${
          saved
            ? html`<a class="button icon" href="/squads/${saved.id}/history"
                  ><wvw-icon name="clock"></wvw-icon><span class="visually-hidden">${t('history')}</span></a
                >
                ${this.readonly || this.about.template ? html`<a class="button" href="/squads/new?from=${saved.id}">${t('copy')}</a>` : nothing}
                ${this.readonly ? nothing : icon('trash', t('delete'), () => this.delete(), false)}
                <button class="button" @click=${() => this.open('export')}>${t('export')}</button>`
            : nothing
        }
        ${
          this.readonly
            ? nothing
            : html`<button
                class="button save ${this.dirty ? 'primary' : ''}"
                aria-busy=${this.busy ? 'true' : 'false'}
                @click=${this.saveOrSay}
              >
                ${shared('save')}
              </button>`
        }
      </div>
    </div>`;
  }

  #bar() {
    const { rosters, ruleSets } = this.desk;
    return html`<section class="card bar">
      <label class="field"
        >${t('roster')}
        <select name="roster" @change=${(event) => this.choose(event.target.value)}>
          <option value="" .selected=${live(!this.roster)}>${t('noRoster')}</option>
          ${rosters.map(({ id, name, present }) => html`<option value=${id} .selected=${live(id === this.roster?.id)}>${t('rosterHere', { name, n: present })}</option>`)}
        </select>
      </label>
      <label class="field"
        >${shared('ruleSet')}
        <select name="rules" @change=${(event) => this.chooseRules(event.target.value)}>
          ${ruleSets.map((set) => html`<option value=${set.id} .selected=${live(set.id === this.about.rule_set)}>${ruleSetTitle(set)}</option>`)}
        </select>
      </label>
      ${this.run.running ? this.#progress() : this.#solver()}
    </section>`;
  }

  #solver() {
    const again = this.plan.groups.flat().some(({ player }) => player);
    return html`<div class="solve">
        <button class="button primary" @click=${() => this.solve()}>
          <wvw-icon name="play"></wvw-icon>${again ? t('again') : t('solve')}
        </button>
        <select aria-label=${t('effort')} @change=${(event) => (this.effort = event.target.value)}>
          ${Object.keys(LIMITS).map((key) => html`<option value=${key} .selected=${key === this.effort}>${t(key)}</option>`)}
        </select>
      </div>
      <label class="check" title=${t('keepHelp')}>
        <input
          type="checkbox"
          name="keep"
          .checked=${this.keep}
          @change=${(event) => this.keepSolved(event.target.checked)}
        />${t('keep')}
      </label>
      <button class="button" @click=${() => this.open('repair')}>${t('noShows')}</button>
      <button class="button" @click=${() => this.open('orders')}>${t('orders')}</button>
      <button class="button" @click=${() => this.open('add')}>
        <wvw-icon name="plus"></wvw-icon>${t('addShort')}
      </button>`;
  }

  #progress() {
    const { best, state, elapsed, limit } = this.run;
    return html`<div class="progress" role="status">
      <span
        >${state === 'waiting' ? t('waiting') : t('running', { seconds: number(Math.round(elapsed / 100) / 10) })}</span
      >
      <progress class="visually-hidden" max=${limit} .value=${elapsed} aria-label=${t('solve')}></progress>
      <div class="track" aria-hidden="true"><div class="fill"></div></div>
      ${
        best?.groups.length
          ? html`<span class="muted">${best.missing ? t('best', { n: best.missing }) : t('bestAll')}</span>
              <button class="button" @click=${() => this.takeBest()}>${t('take')}</button>`
          : nothing
      }
      <button class="button" @click=${() => this.run.cancel()}>${shared('cancel')}</button>
    </div>`;
  }

  #notes() {
    if (this.readonly)
      return html`<div class="note"><wvw-icon name="info"></wvw-icon><span>${t('readonly')}</span></div>`;
    const { idle, over } = solvable(this.plan);
    const names = (list) => list.slice(0, 6).join(', ') + (list.length > 6 ? '…' : '');
    const away = new Set((this.roster?.entries ?? []).filter(({ present }) => !present).map(({ player }) => player));
    const absent = this.plan.groups
      .flat()
      .map(({ player }) => player)
      .filter((player) => away.has(player));
    const note = (text, action) =>
      html`<div class="note warn"><wvw-icon name="warning"></wvw-icon><span>${text}</span>${action}</div>`;
    const toRoster = this.roster
      ? html`<a class="button" href="/rosters/${this.roster.id}">${t('toRoster')}</a>`
      : nothing;
    return html`${this.restored ? note(t('restored'), html`<button class="button" @click=${this.discard}>${t('discard')}</button>`) : nothing}
    ${absent.length ? note(t('absent', { n: absent.length, names: names(absent) }), html`<button class="button" @click=${() => this.open('repair', absent)}>${t('repair')}</button>`) : nothing}
    ${idle.length ? note(t('idle', { n: idle.length, names: names(idle.map(({ player }) => player)) }), toRoster) : nothing}
    ${over ? note(t('over', { n: over }), toRoster) : nothing}`;
  }

  #stand(standings) {
    const squad = standings.filter(({ subgroup }) => subgroup === null);
    const unmet = standings.filter((one) => !met(one)).length;
    if (!this.plan.groups.flat().length) return nothing;
    return html`<div class="stand">
      <span class="tag ${unmet ? 'bad' : 'good'}"
        ><wvw-icon name=${unmet ? 'warning' : 'check'}></wvw-icon
        >${unmet ? t('unmet', { n: unmet }) : t('allMet')}</span
      >
      <wvw-squad-cover wide .standings=${squad} .where=${ruleSetTitle(this.rules)}></wvw-squad-cover>
    </div>`;
  }

  #grid(seen, standings) {
    if (!this.plan.people.length && !this.plan.groups.flat().length && !this.readonly) {
      return html`<wvw-empty icon="squads" .heading=${t('emptyHeading')} .text=${t('emptyText')}>
        <div class="row">
          <a class="button primary" href="/rosters">${t('makeRoster')}</a>
          <button class="button" @click=${() => this.open('add')}>${t('add')}</button>
        </div>
      </wvw-empty>`;
    }
    return html`<wvw-squad-grid
      .plan=${seen}
      .standings=${standings}
      .moved=${this.moved}
      ?readonly=${this.readonly}
      ?busy=${Boolean(this.run.running && !this.keep)}
      @moved=${(event) => this.seat(event.detail)}
      @chosen=${(event) => this.open('seat', event.detail.player)}
      @wanted=${(event) => this.open('add', event.detail)}
    ></wvw-squad-grid>`;
  }
}

function waiting() {
  return html`<wvw-skeleton lines="2"></wvw-skeleton><br />
    <div class="wait">${Array.from({ length: 10 }, () => html`<wvw-skeleton even lines="6"></wvw-skeleton>`)}</div>`;
}

customElements.define('wvw-squad-board', SquadBoard);

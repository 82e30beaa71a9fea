import { html, nothing } from 'lit';
import { WvwElement, api, confirm, navigate, number, professionName, professions, retitle, saying, toast } from 'wvw/ui';
import { boardLook } from './board-look.js';
import { t } from './board-words.js';
import { follow } from './advice.js';
import { coverage, met } from './coverage.js';
import * as desk from './desk.js';
import { dropDraft, keepDraft } from './drafts.js';
import { SquadGrid } from './grid.js';
import { Guard } from './guard.js';
import { look } from './look.js';
import './missing.js';
import { Past } from './past.js';
import { MOST_GROUPS, PLACES, find, join, leave, move, moves, play, resize } from './plan.js';
import { Run } from './run.js';
import { sheets } from './sheets.js';
import { request, solvable } from './solve.js';
import { ruleSetTitle, t as shared } from './words.js';

const LIMITS = { quick: 300, longer: 5000, longest: 30000 };

/** The page of one squad: the board, what solves it, and what becomes of it. `id` is "new" for one not yet saved. */
class SquadBoard extends WvwElement {
  static properties = {
    id: {},
    desk: { state: true },
    about: { state: true },
    plan: { state: true },
    roster: { state: true },
    problem: { state: true },
    effort: { state: true },
    count: { state: true },
    keep: { state: true },
    moved: { state: true },
    sheet: { state: true },
    restored: { state: true },
    busy: { state: true },
  };

  static styles = [look, boardLook];

  #past = new Past();
  #run = new Run(this);
  #guard = new Guard(this, () => this.dirty);

  constructor() {
    super();
    this.effort = 'quick';
    this.count = 0;
    this.sheet = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('keydown', this.#shortcut);
  }

  willUpdate(changed) {
    if (changed.has('id') && this.id !== this.desk?.saved?.id) this.#load();
  }

  async #load() {
    const { id } = this;
    Object.assign(this, { desk: null, plan: null, problem: null });
    try {
      const found = await desk.openDesk(id, new URLSearchParams(location.search));
      if (id === this.id) await this.#show(found);
    } catch (problem) {
      if (id === this.id) this.problem = problem;
    }
  }

  async #show(found) {
    const { base, kept, rosters } = found;
    const mine = kept.about ? { meta: kept.about, groups: kept.groups } : base;
    const asked = new URLSearchParams(location.search).get('roster');
    const first = this.id === 'new' ? rosters.toSorted((a, b) => b.present - a.present)[0]?.id : '';
    const rosterId = [asked, kept.roster, first].find((one) => rosters.some(({ id }) => id === one));
    this.roster = rosterId ? await desk.roster(rosterId) : null;
    this.desk = found;
    this.about = mine.meta;
    this.plan = desk.plan(mine.groups, desk.people(this.roster, mine.groups, kept.extra), kept.orders);
    this.keep = kept.keep ?? false;
    this.restored = Boolean(kept.about) && this.dirty;
    if (this.id === 'new' && !kept.about && this.roster) this.#fitRules();
    retitle(this.about.name || t('fresh'));
  }

  /** The rules that fit so many players. */
  #fitRules() {
    const n = this.plan.people.length;
    const set = this.desk.ruleSets.find(({ fewest_players, most_players }) => n >= fewest_players && n <= most_players);
    if (set) this.about = { ...this.about, rule_set: set.id };
  }

  get rules() {
    const { ruleSets } = this.desk;
    return ruleSets.find(({ id }) => id === this.about.rule_set) ?? { id: '', subgroup: [], squad: [] };
  }

  get dirty() {
    if (!this.desk || this.readonly) return false;
    const { meta, groups } = this.desk.base;
    return JSON.stringify([this.about, this.plan.groups]) !== JSON.stringify([meta, groups]);
  }

  get readonly() {
    return Boolean(this.desk?.saved && !this.desk.saved.editable);
  }

  /** Changes the plan so that it can be undone; a change by hand may be solved around. */
  change(plan, { by = 'hand', moved = null } = {}) {
    if (plan === this.plan) return;
    this.#past.push({ plan: this.plan, about: this.about });
    this.plan = plan;
    this.moved = moved;
    if (by === 'hand' && this.keep) this.solve('quick');
  }

  #back(state) {
    this.plan = state.plan;
    this.about = state.about;
    this.moved = null;
  }

  #undo = () => this.#back(this.#past.undo({ plan: this.plan, about: this.about }));
  #redo = () => this.#back(this.#past.redo({ plan: this.plan, about: this.about }));

  #shortcut = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.composedPath()[0]?.matches?.('input, textarea')) return;
    const key = event.key.toLowerCase();
    const act = { z: event.shiftKey ? this.#redo : this.#undo, y: this.#redo, s: () => this.save() }[key];
    if (!act || !this.plan || this.readonly) return;
    event.preventDefault();
    act();
  };

  updated(changed) {
    if (['plan', 'about', 'roster', 'keep'].some((name) => changed.has(name)) && this.desk) this.#note();
  }

  /** Keeps in this browser what the server does not have. */
  #note() {
    if (this.readonly) return;
    const { orders, people } = this.plan;
    const work = { roster: this.roster?.id, orders, keep: this.keep, extra: people.filter((one) => one.by_hand) };
    keepDraft(this.id, this.dirty ? { ...work, about: this.about, groups: this.plan.groups } : work);
  }

  async solve(effort = this.effort, plan = this.plan) {
    if (!solvable(plan).players.length) return toast(t('nobody'), { kind: 'bad' });
    const limit = LIMITS[effort];
    const answer = await this.#run.solve(request(plan, this.about.rule_set, limit, this.count), limit);
    if (answer) this.accept(plan, answer);
    return undefined;
  }

  /** Takes an answer of the optimiser over. */
  accept(plan, answer) {
    const went = moves(this.plan.groups, answer.groups);
    const fresh = !this.plan.groups.flat().some(({ player }) => player);
    const moved = new Set(went.filter(({ to }) => to !== null).map(({ player }) => player));
    this.change({ ...plan, groups: answer.groups }, { by: 'solver', moved: fresh ? null : moved });
    const unmet = answer.unmet.length;
    const told = [unmet ? t('solvedBut', { n: unmet }) : t('solved')];
    if (went.length && !fresh) told.push(t('moved', { n: went.length }));
    const { possible, of } = answer.bound;
    if (unmet && possible < of) told.push(t('proven', { possible, of }));
    toast(told.join('. '), { action: shared('undo'), onAction: this.#undo });
  }

  /** Somebody was moved by hand: they stay there while the others are solved around them. */
  #movedByHand({ player, group, place }) {
    const plan = move(group >= this.plan.groups.length ? resize(this.plan, group + 1) : this.plan, player, group, place);
    if (!this.keep || plan === this.plan) return this.change(plan);
    const { locks, benched } = plan.orders;
    const others = Object.fromEntries(Object.entries(locks).filter(([one]) => one !== player));
    const at = find(plan, player).group;
    const out = benched.filter((one) => one !== player);
    const orders = at < 0 ? { locks: others, benched: [...out, player] } : { locks: { ...others, [player]: at + 1 }, benched: out };
    return this.change({ ...plan, orders: { ...plan.orders, ...orders } });
  }

  async #choose(id) {
    try {
      this.roster = id ? await desk.roster(id) : null;
    } catch (problem) {
      return toast(saying(problem), { kind: 'bad' });
    }
    const { groups, orders, people } = this.plan;
    const fresh = !groups.flat().length;
    this.plan = desk.plan(groups, desk.people(this.roster, groups, people.filter((one) => one.by_hand)), orders);
    if (fresh) this.#fitRules();
    return undefined;
  }

  /** Saves; whoever came second brings both versions together. */
  async save(about = this.about, etag = this.desk.saved?.etag, groups = this.plan.groups, named = false) {
    if (!about.name && !named) return this.open('details');
    this.busy = true;
    const body = desk.request(about, groups);
    const id = this.desk.saved?.id;
    try {
      const saved = id
        ? await api.put(`compositions/${id}`, body, { headers: etag ? { 'If-Match': etag } : {} })
        : await api.post('compositions', body);
      this.#saved(saved, about, groups);
    } catch (problem) {
      this.busy = false;
      if (problem.status === 412 && problem.body.current) return this.open('merge', problem.body.current);
      throw problem;
    }
    this.busy = false;
    return undefined;
  }

  #saved(saved, about, groups) {
    const fresh = this.id === 'new';
    const work = { groups, people: this.plan.people, orders: this.plan.orders };
    this.desk = { ...this.desk, saved, base: { meta: about, groups } };
    this.about = about;
    this.plan = work;
    this.restored = false;
    if (fresh) {
      dropDraft('new');
      this.id = saved.id;
      history.replaceState({}, '', `/squads/${saved.id}`);
    }
    toast(shared('saved'));
    retitle(about.name);
  }

  #save = async () => {
    try {
      await this.save();
    } catch (problem) {
      toast(`${shared('notSaved')}: ${saying(problem)}`, { kind: 'bad' });
    }
  };

  async delete() {
    const { saved } = this.desk;
    const name = this.about.name;
    if (!(await confirm({ heading: t('deleteHeading', { name }), text: t('deleteText'), action: t('delete') }))) return;
    try {
      await api.delete(`compositions/${saved.id}`);
      this.#guard.off();
      dropDraft(saved.id);
      toast(t('deleted', { name }));
      navigate('/squads');
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
  }

  #discard() {
    const { meta, groups } = this.desk.base;
    this.restored = false;
    this.about = meta;
    this.change(desk.plan(groups, desk.people(this.roster, groups), this.plan.orders), { by: 'undo' });
  }

  /** Somebody is not here after all. @param {string[]} players */
  leave(players) {
    this.change(leave(this.plan, players));
  }

  open(sheet, detail) {
    this.sheet = sheet;
    this.detail = detail;
  }

  render() {
    if (this.problem) {
      const gone = this.problem.status === 404;
      return html`${this.#up()}<wvw-problem .heading=${gone ? t('missing') : ''} ?final=${gone} .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    }
    if (!this.desk) return html`${this.#up()}${waiting()}`;
    const seen = this.#run.best?.groups.length ? { ...this.plan, groups: this.#run.best.groups } : this.plan;
    const standings = coverage(seen.groups, this.rules);
    return html`${this.#up()} ${this.#head(seen)} ${this.readonly ? nothing : this.#bar()} ${this.#notes()}
      ${this.#stand(standings)}
      ${this.#grid(seen, standings)}
      <ul class="legend">
        ${professions.map(({ id }) => html`<li><wvw-crest .profession=${id}></wvw-crest>${professionName(id)}</li>`)}
      </ul>
      ${this.readonly ? nothing : html`<p class="muted small">${SquadGrid.help}</p>`}
      <wvw-squad-missing
        .plan=${seen}
        .rules=${this.rules}
        .standings=${standings}
        ?readonly=${this.readonly}
        @followed=${(event) => this.change(follow(this.plan, event.detail))}
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
    const icon = (name, text, act, off) => html`<button class="button icon" ?disabled=${off} @click=${act}>
      <wvw-icon name=${name}></wvw-icon><span class="visually-hidden">${text}</span>
    </button>`;
    return html`<div class="head">
      <div class="title">
        <h1>${this.about.name || t('fresh')}</h1>
        <div class="row small muted">
          <span role="status">${t('filled', { have: number(have), of: number(groups.length * PLACES) })}</span>
          <span class="tag">${shared(this.about.visibility)}</span>
          ${this.about.tags.map((tag) => html`<span class="tag">${tag}</span>`)}
          ${this.dirty ? html`<span class="tag warn">${t('unsaved')}</span>` : nothing}
        </div>
      </div>
      <div class="row">
        ${this.readonly
          ? nothing
          : html`${icon('undo', t('undo'), this.#undo, !this.#past.undoable)} ${icon('redo', t('redo'), this.#redo, !this.#past.redoable)}
              ${icon('edit', t('details'), () => this.open('details'), false)}`}
        ${saved
          ? html`<a class="button icon" href="/squads/${saved.id}/history"><wvw-icon name="clock"></wvw-icon><span class="visually-hidden">${t('history')}</span></a>
              ${this.readonly ? html`<a class="button" href="/squads/new?from=${saved.id}">${t('copy')}</a>` : icon('trash', t('delete'), () => this.delete(), false)}
              <button class="button" @click=${() => this.open('export')}>${t('export')}</button>`
          : nothing}
        ${this.readonly
          ? nothing
          : html`<button class="button save ${this.dirty ? 'primary' : ''}" aria-busy=${this.busy ? 'true' : 'false'} @click=${this.#save}>
              ${shared('save')}
            </button>`}
      </div>
    </div>`;
  }

  #bar() {
    const { rosters, ruleSets } = this.desk;
    return html`<section class="card bar">
      <label class="field">${t('roster')}
        <select name="roster" @change=${(event) => this.#choose(event.target.value)}>
          <option value="" ?selected=${!this.roster}>${t('noRoster')}</option>
          ${rosters.map(({ id, name, present }) => html`<option value=${id} ?selected=${id === this.roster?.id}>${t('rosterHere', { name, n: present })}</option>`)}
        </select>
      </label>
      <label class="field">${shared('ruleSet')}
        <select name="rules" @change=${(event) => this.#rule(event.target.value)}>
          ${ruleSets.map((set) => html`<option value=${set.id} ?selected=${set.id === this.about.rule_set}>${ruleSetTitle(set)}</option>`)}
        </select>
      </label>
      ${this.#run.running ? this.#progress() : this.#solver()}
    </section>`;
  }

  #solver() {
    const again = this.plan.groups.flat().some(({ player }) => player);
    return html`<div class="solve">
        <button class="button primary" @click=${() => this.solve()}><wvw-icon name="play"></wvw-icon>${again ? t('again') : t('solve')}</button>
        <select aria-label=${t('effort')} @change=${(event) => (this.effort = event.target.value)}>
          ${Object.keys(LIMITS).map((key) => html`<option value=${key} ?selected=${key === this.effort}>${t(key)}</option>`)}
        </select>
      </div>
      <label class="check" title=${t('keepHelp')}>
        <input type="checkbox" name="keep" .checked=${this.keep} @change=${(event) => this.#keepSolved(event.target.checked)} />${t('keep')}
      </label>
      <button class="button" @click=${() => this.open('repair')}>${t('noShows')}</button>
      <button class="button" @click=${() => this.open('orders')}>${t('orders')}</button>
      <button class="button" @click=${() => this.open('add')}><wvw-icon name="plus"></wvw-icon>${t('add')}</button>`;
  }

  #progress() {
    const { best, state, elapsed, limit } = this.#run;
    return html`<div class="progress" role="status">
      <span>${state === 'waiting' ? t('waiting') : t('running', { seconds: number(Math.round(elapsed / 100) / 10) })}</span>
      <progress class="visually-hidden" max=${limit} .value=${elapsed} aria-label=${t('solve')}></progress>
      <div class="track" aria-hidden="true"><div class="fill"></div></div>
      ${best?.groups.length ? html`<span class="muted">${best.missing ? t('best', { n: best.missing }) : t('bestAll')}</span>
            <button class="button" @click=${() => this.#takeBest()}>${t('take')}</button>` : nothing}
      <button class="button" @click=${() => this.#run.cancel()}>${shared('cancel')}</button>
    </div>`;
  }

  #takeBest() {
    const { groups } = this.#run.best;
    this.#run.cancel();
    this.change({ ...this.plan, groups }, { by: 'solver' });
  }

  #keepSolved(on) {
    this.keep = on;
    if (on) this.solve('quick');
  }

  #rule(id) {
    this.#past.push({ plan: this.plan, about: this.about });
    this.about = { ...this.about, rule_set: id };
    if (this.keep) this.solve('quick');
  }

  #notes() {
    if (this.readonly) return html`<div class="note"><wvw-icon name="info"></wvw-icon><span>${t('readonly')}</span></div>`;
    const { idle, over } = solvable(this.plan);
    const names = (list) => list.slice(0, 6).join(', ') + (list.length > 6 ? '…' : '');
    const away = new Set((this.roster?.entries ?? []).filter(({ present }) => !present).map(({ player }) => player));
    const absent = this.plan.groups.flat().map(({ player }) => player).filter((player) => away.has(player));
    const note = (text, action) => html`<div class="note warn"><wvw-icon name="warning"></wvw-icon><span>${text}</span>${action}</div>`;
    const toRoster = this.roster ? html`<a class="button" href="/rosters/${this.roster.id}">${t('toRoster')}</a>` : nothing;
    return html`${this.restored ? note(t('restored'), html`<button class="button" @click=${this.#discard}>${t('discard')}</button>`) : nothing}
    ${absent.length ? note(t('absent', { n: absent.length, names: names(absent) }), html`<button class="button" @click=${() => this.open('repair', absent)}>${t('repair')}</button>`) : nothing}
    ${idle.length ? note(t('idle', { n: idle.length, names: names(idle.map(({ player }) => player)) }), toRoster) : nothing}
    ${over ? note(t('over', { n: over }), toRoster) : nothing}`;
  }

  #stand(standings) {
    const squad = standings.filter(({ subgroup }) => subgroup === null);
    const unmet = standings.filter((one) => !met(one)).length;
    if (!this.plan.groups.flat().length) return nothing;
    return html`<div class="stand">
      <span class="tag ${unmet ? 'bad' : 'good'}"><wvw-icon name=${unmet ? 'warning' : 'check'}></wvw-icon>${unmet ? t('unmet', { n: unmet }) : t('allMet')}</span>
      <wvw-squad-cover wide .standings=${squad} .where=${ruleSetTitle(this.rules.id ? this.rules : { title: '', title_fr: '' })}></wvw-squad-cover>
    </div>`;
  }

  #grid(seen, standings) {
    if (!this.plan.people.length && !this.plan.groups.flat().length && !this.readonly) {
      return html`<wvw-empty icon="squads" .heading=${t('emptyHeading')} .text=${t('emptyText')}>
        <div class="row"><a class="button primary" href="/rosters">${t('makeRoster')}</a>
        <button class="button" @click=${() => this.open('add')}>${t('add')}</button></div>
      </wvw-empty>`;
    }
    return html`<wvw-squad-grid
      .plan=${seen}
      .standings=${standings}
      .moved=${this.moved}
      ?readonly=${this.readonly}
      ?busy=${Boolean(this.#run.running && !this.keep)}
      @moved=${(event) => this.#movedByHand(event.detail)}
      @chosen=${(event) => this.open('seat', event.detail.player)}
      @wanted=${(event) => this.open('add', event.detail)}
    ></wvw-squad-grid>`;
  }

  /** Takes over what the dialog says, and saves. */
  async rename(about) {
    await this.save(about, this.desk.saved?.etag, this.plan.groups, true);
  }

  /** Both versions are one now: saved on top of what the other side saved. */
  async merge(about, groups, etag) {
    await this.save(about, etag, groups);
  }

  /** @param {string | null} code of the public link */
  share(code) {
    const { saved } = this.desk;
    const changed = { ...saved, share_code: code };
    Object.defineProperty(changed, 'etag', { value: saved.etag });
    this.desk = { ...this.desk, saved: changed };
  }

  // What the sheets ask for.
  seat(detail) {
    this.#movedByHand(detail);
  }

  playBuild({ player, build }) {
    this.change(play(this.plan, player, build));
  }

  order(orders) {
    this.change({ ...this.plan, orders: { ...this.plan.orders, ...orders } });
  }

  add(person, where) {
    const plan = join(this.plan, person);
    this.change(where && where.group >= 0 ? move(plan, person.player, where.group, where.place) : plan);
  }

  size(count) {
    this.count = count;
    if (count) this.change(resize(this.plan, Math.min(MOST_GROUPS, count)));
  }
}

function waiting() {
  return html`<wvw-skeleton lines="2"></wvw-skeleton><br /><div class="wait">
      ${Array.from({ length: 10 }, () => html`<wvw-skeleton even lines="6"></wvw-skeleton>`)}
    </div>`;
}

customElements.define('wvw-squad-board', SquadBoard);

import { WvwElement, retitle, saying, toast } from 'wvw/ui';
import { t } from './board-words.js';
import { coverage } from './coverage.js';
import * as desk from './desk.js';
import { keepDraft } from './drafts.js';
import { Guard } from './guard.js';
import { Past } from './past.js';
import { MOST_GROUPS, find, join, leave, move, moves, play, resize, trimmed } from './plan.js';
import { Run, outcome } from './run.js';
import { shortcut } from './shortcuts.js';
import { request, solvable } from './solve.js';
import { t as shared } from './words.js';

const NO_RULES = { id: '', title: '', title_fr: '', subgroup: [], squad: [] };
export const LIMITS = { quick: 300, longer: 5000, longest: 30000 };

/** What is behind the page of a squad: loading, changing, solving. `id` is "new" for one not yet saved. */
export class BoardModel extends WvwElement {
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

  past = new Past();
  run = new Run(this);
  guard = new Guard(this, () => this.dirty);

  constructor() {
    super();
    Object.assign(this, { effort: 'quick', count: 0, sheet: '' });
  }

  #keys = (event) => shortcut(this, event);

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keys);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
  }

  willUpdate(changed) {
    if (changed.has('id') && this.id !== this.desk?.saved?.id) this.load();
  }

  async load() {
    const { id } = this;
    Object.assign(this, { desk: null, plan: null, problem: null, sheet: '', past: new Past() });
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
    const usual = this.id === 'new' || rosters.length === 1;
    const first = usual ? rosters.toSorted((a, b) => b.present - a.present)[0]?.id : '';
    const rosterId = [asked, kept.roster, first].find((one) => rosters.some(({ id }) => id === one));
    this.roster = rosterId ? await desk.roster(rosterId) : null;
    this.desk = found;
    this.about = mine.meta;
    this.plan = desk.plan(mine.groups, desk.people(this.roster, mine.groups, kept.extra), kept.orders);
    this.keep = kept.keep ?? false;
    this.restored = Boolean(kept.about) && this.dirty;
    if (this.id === 'new' && !kept.about && this.roster)
      this.about = desk.fitted(this.about, this.desk.ruleSets, this.plan.people.length);
    retitle(this.about.name || t('fresh'));
    // Somebody saved since this work began: it is brought together with theirs, never laid over it.
    if (found.stale) this.open('merge', found.saved);
  }

  get rules() {
    return this.desk.ruleSets.find(({ id }) => id === this.about.rule_set) ?? NO_RULES;
  }

  /** How the rules stand; computed anew only when somebody sits or plays otherwise. @param {any[][]} groups */
  standings(groups) {
    const { rules } = this;
    if (this.judged?.groups !== groups || this.judged.rules !== rules) {
      this.judged = { groups, rules, standings: coverage(groups, rules) };
    }
    return this.judged.standings;
  }

  get dirty() {
    if (!this.desk || this.readonly) return false;
    const { meta, groups } = this.desk.base;
    return JSON.stringify([this.about, trimmed(this.plan.groups)]) !== JSON.stringify([meta, trimmed(groups)]);
  }

  get readonly() {
    return Boolean(this.desk?.saved && !this.desk.saved.editable);
  }

  /** Changes the plan so that it can be undone; a change by hand may be solved around. */
  change(plan, { by = 'hand', moved = null } = {}) {
    if (plan === this.plan) return;
    this.past.push({ plan: this.plan, about: this.about });
    this.plan = plan;
    this.moved = moved;
    if (by === 'hand' && this.keep) this.solve('quick');
  }

  #back(state) {
    this.plan = state.plan;
    this.about = state.about;
    this.moved = null;
  }

  undo = () => this.#back(this.past.undo({ plan: this.plan, about: this.about }));
  redo = () => this.#back(this.past.redo({ plan: this.plan, about: this.about }));

  updated(changed) {
    if (['desk', 'plan', 'about', 'roster', 'keep'].some((name) => changed.has(name)) && this.desk) this.#note();
  }

  /** Keeps in this browser what the server does not have, with what it began from. */
  #note() {
    if (this.readonly) return;
    const { orders, people } = this.plan;
    const work = { roster: this.roster?.id, orders, keep: this.keep, extra: people.filter((one) => one.by_hand) };
    const { key, base, etag } = this.desk;
    keepDraft(key, this.dirty ? { ...work, about: this.about, groups: this.plan.groups, base, etag } : work);
  }

  async solve(effort = this.effort, plan = this.plan) {
    if (!solvable(plan).players.length) return toast(t('nobody'), { kind: 'bad' });
    const limit = LIMITS[effort];
    const answer = await this.run.solve(request(plan, this.about.rule_set, limit, this.count), limit);
    if (answer) this.accept(plan, answer);
    return undefined;
  }

  /** Takes an answer of the optimiser over. */
  accept(plan, answer) {
    const went = moves(this.plan.groups, answer.groups);
    const fresh = !this.plan.groups.flat().some(({ player }) => player);
    const moved = new Set(went.filter(({ to }) => to !== null).map(({ player }) => player));
    this.change({ ...plan, groups: answer.groups }, { by: 'solver', moved: fresh ? null : moved });
    const told = outcome(answer, fresh ? 0 : went.length);
    toast(told.join('. '), { action: shared('undo'), onAction: this.undo });
  }

  /** Somebody was moved by hand: they stay there while the others are solved around them. */
  seat({ player, group, place }) {
    const plan = move(
      group >= this.plan.groups.length ? resize(this.plan, group + 1) : this.plan,
      player,
      group,
      place,
    );
    if (!this.keep || plan === this.plan) return this.change(plan);
    const { locks, benched } = plan.orders;
    const others = Object.fromEntries(Object.entries(locks).filter(([one]) => one !== player));
    const at = find(plan, player).group;
    const out = benched.filter((one) => one !== player);
    const orders =
      at < 0 ? { locks: others, benched: [...out, player] } : { locks: { ...others, [player]: at + 1 }, benched: out };
    return this.change({ ...plan, orders: { ...plan.orders, ...orders } });
  }

  async choose(id) {
    try {
      this.roster = id ? await desk.roster(id) : null;
    } catch (problem) {
      return toast(saying(problem), { kind: 'bad' });
    }
    const { groups, orders, people } = this.plan;
    const fresh = !groups.flat().length;
    this.plan = desk.plan(
      trimmed(groups),
      desk.people(
        this.roster,
        groups,
        people.filter((one) => one.by_hand),
      ),
      orders,
    );
    if (fresh) this.about = desk.fitted(this.about, this.desk.ruleSets, this.plan.people.length);
    return undefined;
  }

  /** Somebody is not here after all. @param {string[]} players */
  leave = (players) => this.change(leave(this.plan, players));

  open(sheet, detail) {
    this.sheet = sheet;
    this.detail = detail;
  }

  takeBest() {
    this.change({ ...this.plan, groups: this.run.best.groups }, { by: 'solver' });
    this.run.cancel();
  }

  keepSolved(on) {
    this.keep = on;
    if (on) this.solve('quick');
  }

  chooseRules(id) {
    this.past.push({ plan: this.plan, about: this.about });
    this.about = { ...this.about, rule_set: id };
    if (this.keep) this.solve('quick');
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

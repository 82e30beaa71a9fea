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

  #chosen;
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
    this.run.cancel();
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

  /** The plan as the board shows it: while a run goes on, its best so far. */
  get seen() {
    const { best } = this.run;
    return best?.groups.length ? { ...this.plan, groups: best.groups } : this.plan;
  }

  /**
   * Changes the plan so that it can be undone; a change by hand may be solved around. A run that goes on ends: its
   * answer would be one to another question.
   */
  change(plan, { by = 'hand', moved = null } = {}) {
    if (plan === this.plan) return;
    this.run.cancel();
    this.past.push({ plan: this.plan, about: this.about });
    this.plan = plan;
    this.moved = moved;
    if (by === 'hand' && this.keep) this.solve('quick');
  }

  /** Changes by hand what is seen, which is taken over first. @param {(plan: import('./plan.js').Plan) => any} make */
  byHand(make) {
    const { seen } = this;
    const plan = make(seen);
    if (plan === seen) return;
    if (seen !== this.plan) this.change(seen, { by: 'solver' });
    this.change(plan);
  }

  #back(state) {
    this.run.cancel();
    this.plan = state.plan;
    this.about = state.about;
    this.moved = null;
  }

  undo = () => this.past.undoable && this.#back(this.past.undo({ plan: this.plan, about: this.about }));
  redo = () => this.past.redoable && this.#back(this.past.redo({ plan: this.plan, about: this.about }));

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
  seat(where) {
    this.byHand((seen) => this.#seated(seen, where));
  }

  #seated(seen, { player, group, place }) {
    const wide = group >= seen.groups.length ? resize(seen, group + 1) : seen;
    const plan = move(wide, player, group, place);
    if (!this.keep || plan === wide) return plan;
    const { locks, benched } = plan.orders;
    const others = Object.fromEntries(Object.entries(locks).filter(([one]) => one !== player));
    const at = find(plan, player).group;
    const out = benched.filter((one) => one !== player);
    const orders =
      at < 0 ? { locks: others, benched: [...out, player] } : { locks: { ...others, [player]: at + 1 }, benched: out };
    return { ...plan, orders: { ...plan.orders, ...orders } };
  }

  async choose(id) {
    const asked = (this.#chosen = {});
    let found = null;
    try {
      if (id) found = await desk.roster(id);
    } catch (problem) {
      this.requestUpdate();
      return toast(saying(problem), { kind: 'bad' });
    }
    if (asked !== this.#chosen || !this.desk) return undefined; // Another one was chosen meanwhile.
    this.run.cancel();
    this.roster = found;
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
  leave = (players) => this.byHand((seen) => leave(seen, players));

  open(sheet, detail) {
    // These two work on the plan as it is now, and an answer meanwhile would be lost or would undo what they did.
    if (sheet === 'repair' || sheet === 'merge') this.takeBest();
    this.sheet = sheet;
    this.detail = detail;
  }

  /** Ends the run with the best that it has found. */
  takeBest() {
    this.change(this.seen, { by: 'solver' });
    this.run.cancel();
  }

  keepSolved(on) {
    this.keep = on;
    if (on) this.solve('quick');
  }

  chooseRules(id) {
    this.run.cancel();
    this.past.push({ plan: this.plan, about: this.about });
    this.about = { ...this.about, rule_set: id };
    if (this.keep) this.solve('quick');
  }

  playBuild({ player, build }) {
    this.byHand((seen) => play(seen, player, build));
  }

  order(orders) {
    this.byHand((seen) => ({ ...seen, orders: { ...seen.orders, ...orders } }));
  }

  add(person, where) {
    this.byHand((seen) => {
      const plan = join(seen, person);
      return where && where.group >= 0 ? move(plan, person.player, where.group, where.place) : plan;
    });
  }

  size(count) {
    this.count = count;
    if (count) this.byHand((seen) => resize(seen, Math.min(MOST_GROUPS, count)));
    else this.takeBest();
  }
}

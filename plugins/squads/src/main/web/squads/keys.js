import { words } from 'wvw/ui';
import { BENCH, PLACES, bench, find } from './plan.js';
import { t as shared } from './words.js';

const t = words({
  picked: [
    '{player} picked up from {where}. Arrows choose a place, Space or Enter puts down, Escape cancels.',
    '{player} pris, {where}. Les flèches choisissent une place, Espace ou Entrée pose, Échap annule.',
  ],
  place: ['{where}, place {n}: {who}', '{where}, place {n} : {who}'],
  free: ['free', 'libre'],
  dropped: ['{player} put down in {where}', '{player} posé, {where}'],
  swapped: ['{player} put down in {where}, changed with {other}', '{player} posé, {where}, échangé avec {other}'],
  cancelled: ['Cancelled: {player} stays in {where}', 'Annulé : {player} reste, {where}'],
  benched: ['{player} sits on the bench', '{player} est au banc'],
});

/** The board by keyboard: moving about, picking up, putting down. Whatever happens is said in the live region. */
export class Keys {
  #grid;

  constructor(grid) {
    this.#grid = grid;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const grid = this.#grid;
    const on = event.composedPath().find((target) => target instanceof Element && target.matches?.('.seat, .place'));
    if (grid.readonly || !on || event.ctrlKey || event.metaKey || event.altKey) return;
    const done = this.#act(event.key, on.dataset.player ?? '');
    if (done) event.preventDefault();
  }

  /** Firefox clicks when the space bar comes up. @param {KeyboardEvent} event */
  release(event) {
    if (event.key === ' ' && event.composedPath()[0] instanceof Element) event.preventDefault();
  }

  #act(key, player) {
    const grid = this.#grid;
    switch (key) {
      case 'ArrowUp':
      case 'ArrowDown':
      case 'ArrowLeft':
      case 'ArrowRight':
        this.#go(this.#next(key));
        return true;
      case 'Home':
      case 'End':
        this.#go(
          grid.at.group === BENCH
            ? { ...grid.at, place: key === 'Home' ? 0 : this.#length(BENCH) - 1 }
            : { group: grid.at.group, place: key === 'Home' ? 0 : PLACES - 1 },
        );
        return true;
      case ' ':
      case 'Enter':
        if (grid.carried) this.#drop();
        else if (player) this.#pick(player);
        else return key === ' ' ? this.#ask() : false;
        return true;
      case 'Escape':
        if (!grid.carried) return false;
        this.#cancel();
        return true;
      case 'Delete':
      case 'Backspace':
        if (grid.carried || !player || grid.at.group === BENCH) return false;
        this.#tell('moved', { player, group: BENCH, place: 0 });
        grid.said = t('benched', { player });
        this.#refocus();
        return true;
      case 'o':
      case 'O':
      case 'ContextMenu':
        if (grid.carried || !player) return false;
        this.#tell('chosen', { player });
        return true;
      default:
        return false;
    }
  }

  #ask() {
    this.#tell('wanted', this.#grid.at);
    return true;
  }

  #pick(player) {
    this.#grid.carried = player;
    this.#grid.said = t('picked', { player, where: this.#where(find(this.#grid.plan, player).group) });
  }

  #drop() {
    const grid = this.#grid;
    const player = grid.carried;
    const { group, place } = grid.at;
    const other = group === BENCH ? '' : (grid.plan.groups[group][place]?.player ?? '');
    grid.carried = '';
    this.#tell('moved', { player, group, place });
    const key = other && other !== player ? 'swapped' : 'dropped';
    grid.said = t(key, { player, other, where: this.#where(group) });
    this.#follow(player);
  }

  #cancel() {
    const grid = this.#grid;
    const player = grid.carried;
    grid.carried = '';
    grid.said = t('cancelled', { player, where: this.#where(find(grid.plan, player).group) });
    this.#follow(player);
  }

  /** Focuses somebody wherever they sit now. */
  async #follow(player) {
    await settled();
    this.#go(find(this.#grid.plan, player), false);
  }

  async #refocus() {
    await settled();
    this.#go(this.#grid.at, false);
  }

  async #go(at, say = true) {
    const grid = this.#grid;
    grid.at = at;
    if (grid.carried && say) grid.said = this.#described(at);
    await grid.updateComplete;
    const row = grid.renderRoot.querySelector(`[role='row'][data-group='${at.group}']`);
    const button = row?.querySelectorAll('.seat, .place')[at.place] ?? row?.querySelector('.seat, .place');
    button?.focus({ preventScroll: false });
  }

  #described({ group, place }) {
    if (group === BENCH) return shared('bench');
    const seat = this.#grid.plan.groups[group][place];
    return t('place', { where: this.#where(group), n: place + 1, who: seat?.player || t('free') });
  }

  #where(group) {
    return group === BENCH ? shared('bench') : shared('subgroup', { n: group + 1 });
  }

  #length(group) {
    return group === BENCH ? Math.max(1, bench(this.#grid.plan).length) : PLACES;
  }

  /** The place beside this one, as the subgroups stand on the screen. */
  #next(key) {
    const { at, plan, renderRoot } = this.#grid;
    const count = plan.groups.length;
    if (at.group === BENCH) return this.#fromBench(key, count);
    const columns = getComputedStyle(renderRoot.querySelector('.groups')).gridTemplateColumns.split(' ').length;
    const { group, place } = at;
    if (key === 'ArrowLeft') return { group: Math.max(0, group - 1), place };
    if (key === 'ArrowRight') return { group: Math.min(count - 1, group + 1), place };
    if (key === 'ArrowUp') {
      if (place) return { group, place: place - 1 };
      return group >= columns ? { group: group - columns, place: PLACES - 1 } : at;
    }
    if (place < PLACES - 1) return { group, place: place + 1 };
    if (group + columns < count) return { group: group + columns, place: 0 };
    return bench(plan).length || this.#grid.carried ? { group: BENCH, place: 0 } : at;
  }

  #fromBench(key, count) {
    const { at } = this.#grid;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: 0 }[key];
    if (step === undefined) return { group: count - 1, place: PLACES - 1 };
    return { group: BENCH, place: Math.max(0, Math.min(this.#length(BENCH) - 1, at.place + step)) };
  }

  #tell(name, detail) {
    this.#grid.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** The page around the board has taken up what was told. */
function settled() {
  return new Promise((done) => requestAnimationFrame(() => done(undefined)));
}

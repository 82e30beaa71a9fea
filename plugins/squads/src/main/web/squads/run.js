import { fieldError, saying, toast } from 'wvw/ui';
import { t } from './board-words.js';
import { solve } from './solve.js';

/** The one run of a board: a newer one takes the place of an older, and leaving the page ends it. */
export class Run {
  running = false;
  /** @type {any} the best plan so far */
  best = null;
  state = '';
  elapsed = 0;
  limit = 0;
  #host;
  #stop;
  #began = 0;

  /** @param {import('lit').ReactiveControllerHost & HTMLElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.cancel();
  }

  hostUpdated() {
    const fill = this.running && this.#host.renderRoot.querySelector('.fill');
    if (fill) fill.style.transform = `scaleX(${Math.min(1, this.elapsed / this.limit)})`;
  }

  /**
   * @param {object} task @param {number} limit in milliseconds
   * @returns {Promise<any>} the answer; nothing when it was cancelled, replaced or refused
   */
  async solve(task, limit) {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    Object.assign(this, { running: true, best: null, state: 'waiting', elapsed: 0, limit });
    this.#began = performance.now();
    this.#host.requestUpdate();
    try {
      const answer = await solve(task, stop.signal, (progress) => stop === this.#stop && this.#progressed(progress));
      return stop === this.#stop ? answer : undefined;
    } catch (problem) {
      if (problem.name !== 'AbortError' && stop === this.#stop) toast(refusal(problem), { kind: 'bad' });
      return undefined;
    } finally {
      if (stop === this.#stop) this.#done();
    }
  }

  /** Ends it; the server notices and frees its core. */
  cancel() {
    this.#stop?.abort();
    this.#done();
  }

  #progressed(progress) {
    this.state = progress.state;
    this.elapsed = performance.now() - this.#began;
    if (progress.groups.length && this.limit > 1000) this.best = progress;
    this.#host.requestUpdate();
  }

  #done() {
    this.#stop = undefined;
    Object.assign(this, { running: false, best: null });
    this.#host.requestUpdate();
  }
}

/** Orders that contradict each other are named one by one. */
function refusal(problem) {
  const places = (problem.errors ?? []).slice(0, 3).map(({ pointer }) => fieldError(problem, pointer.slice(1)));
  return places.length ? places.join('; ') : saying(problem);
}

/** What came of a run, in words. @param {any} answer @param {number} moved @returns {string[]} */
export function outcome(answer, moved) {
  const unmet = answer.unmet.length;
  const { possible, of } = answer.bound;
  const told = [unmet ? t('solvedBut', { n: unmet }) : t('solved')];
  if (moved) told.push(t('moved', { n: moved }));
  if (unmet && possible < of) told.push(t('proven', { possible, of }));
  return told;
}

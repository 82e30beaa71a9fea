/** Undo and redo: whole states, the last hundred. */

const MOST = 100;

export class Past {
  #before = [];
  #after = [];

  /** @param {unknown} state as it was before a change */
  push(state) {
    this.#before = [...this.#before.slice(1 - MOST), state];
    this.#after = [];
  }

  get undoable() {
    return this.#before.length > 0;
  }

  get redoable() {
    return this.#after.length > 0;
  }

  /** @param {any} now @returns {any} */
  undo(now) {
    if (!this.undoable) return now;
    this.#after.push(now);
    return this.#before.pop();
  }

  /** @param {any} now @returns {any} */
  redo(now) {
    if (!this.redoable) return now;
    this.#before.push(now);
    return this.#after.pop();
  }
}

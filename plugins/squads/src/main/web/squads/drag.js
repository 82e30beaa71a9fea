/**
 * Dragging with pointers: a mouse or pen at once, a finger by the grip at once and elsewhere after a moment, so that a
 * swipe still scrolls. Who is dragged is who was there when the pointer went down: the board may be drawn anew
 * meanwhile, with somebody else in that place. Places are measured when a drag begins; while it goes on, each frame
 * reads first, then writes.
 */

const SLACK = 5;
const HOLD = 260;
const EDGE = 64;

export class Drag {
  #host;
  #told;
  #pending;
  #drag;

  /**
   * @param {HTMLElement & {renderRoot: ShadowRoot}} host
   * @param {{begin: (seat: HTMLElement) => void, over: (cell: HTMLElement | null) => void,
   *   drop: (player: string, cell: HTMLElement | null) => void}} told
   */
  constructor(host, told) {
    this.#host = host;
    this.#told = told;
    host.addEventListener('touchmove', (event) => this.#drag && event.preventDefault(), { passive: false });
    host.addEventListener('contextmenu', (event) => (this.#drag || this.#pending?.touch) && event.preventDefault());
    host.addEventListener('click', (event) => this.#swallow(event), { capture: true });
  }

  get busy() {
    return Boolean(this.#drag);
  }

  /** @param {PointerEvent} event @param {HTMLElement} seat */
  down(event, seat) {
    if (event.button || this.#drag) return;
    this.dropped = false;
    const touch = event.pointerType === 'touch';
    const grip = touch && event.composedPath().some((target) => target.classList?.contains('grip'));
    const { pointerId: id, clientX: x, clientY: y } = event;
    const { player } = seat.dataset;
    const ghost = seat.cloneNode(true);
    const from = seat.getBoundingClientRect();
    this.#pending = { seat, player, ghost, from, id, x, y, touch, grip };
    if (touch && !grip) this.#pending.timer = setTimeout(() => this.#begin(), HOLD);
    addEventListener('pointermove', this.#move);
    addEventListener('pointerup', this.#up);
    addEventListener('pointercancel', this.#cancel);
    addEventListener('keydown', this.#escape, { capture: true });
  }

  #move = (event) => {
    const at = this.#drag ?? this.#pending;
    if (!at || event.pointerId !== at.id) return;
    if (this.#drag) {
      this.#drag.x = event.clientX;
      this.#drag.y = event.clientY;
      this.#drag.frame ||= requestAnimationFrame(this.#frame);
      return;
    }
    const far = Math.hypot(event.clientX - at.x, event.clientY - at.y) > SLACK;
    if (far && at.touch && !at.grip) this.#end();
    else if (far) this.#begin();
  };

  #begin() {
    const { seat, player, ghost, from, id, x, y, timer } = this.#pending;
    clearTimeout(timer);
    this.#pending = null;
    const cells = [...this.#host.renderRoot.querySelectorAll('[data-cell]')].map((cell) => {
      const { left, top, right, bottom } = cell.getBoundingClientRect();
      return { cell, left, right, top: top + scrollY, bottom: bottom + scrollY };
    });
    ghost.classList.add('ghost');
    ghost.removeAttribute('id');
    ghost.setAttribute('aria-hidden', 'true');
    ghost.style.width = `${from.width}px`;
    ghost.style.height = `${from.height}px`;
    this.#host.renderRoot.querySelector('.layer').append(ghost);
    const bench = this.#host.renderRoot.querySelector('.bench');
    const lowest = Math.max(...cells.filter(({ cell }) => cell !== bench).map(({ bottom }) => bottom));
    this.#drag = { seat, player, id, x, y, dx: x - from.left, dy: y - from.top, cells, ghost, bench, lowest, over: null };
    seat.classList.add('lifted');
    this.#told.begin(seat);
    this.#frame();
  }

  /** One frame: reads where things are, then moves the ghost and lights the place below it. */
  #frame = () => {
    const drag = this.#drag;
    if (!drag) return;
    drag.frame = 0;
    const over = this.#below(drag);
    const step = this.#step(drag);
    drag.ghost.style.transform = `translate3d(${drag.x - drag.dx}px, ${drag.y - drag.dy}px, 0) rotate(1.5deg)`;
    if (over !== drag.over) {
      drag.over?.classList.remove('over');
      over?.classList.add('over');
      drag.over = over;
      this.#told.over(over);
    }
    if (!step || over?.classList.contains('bench')) return;
    scrollBy({ top: step, behavior: 'instant' });
    drag.frame = requestAnimationFrame(this.#frame);
  };

  /**
   * How far the page scrolls by itself: near the upper edge, and near the bench while places lie below it. Farther down
   * the bench would leave its edge and run away from who is taken there.
   */
  #step({ y, bench, lowest }) {
    if (y < EDGE + 57) return -10;
    const end = Math.min(innerHeight, bench?.getBoundingClientRect().top ?? innerHeight);
    return y > end - EDGE ? Math.max(0, Math.min(10, lowest - scrollY - end)) : 0;
  }

  /** The bench sticks to the window's edge and lies over the subgroups: it is asked first. */
  #below({ x, y, cells, bench }) {
    const box = bench?.getBoundingClientRect();
    if (box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return bench;
    const down = y + scrollY;
    return cells.find((one) => x >= one.left && x <= one.right && down >= one.top && down <= one.bottom)?.cell ?? null;
  }

  #up = (event) => {
    if (event.pointerId !== (this.#drag ?? this.#pending)?.id) return;
    const drag = this.#drag;
    if (drag) {
      drag.x = event.clientX;
      drag.y = event.clientY;
      const over = this.#below(drag);
      this.#end();
      this.dropped = true;
      this.#told.drop(drag.player, over);
    } else this.#end();
  };

  #cancel = (event) => {
    if (event.pointerId === (this.#drag ?? this.#pending)?.id) this.#end(true);
  };

  #escape = (event) => {
    if (event.key !== 'Escape' || !this.#drag) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(true);
    this.dropped = true;
  };

  /** The click that ends a drag is none. */
  #swallow(event) {
    if (!this.dropped) return;
    this.dropped = false;
    event.stopPropagation();
    event.preventDefault();
  }

  #end(cancelled = false) {
    const drag = this.#drag;
    clearTimeout(this.#pending?.timer);
    this.#pending = null;
    this.#drag = null;
    removeEventListener('pointermove', this.#move);
    removeEventListener('pointerup', this.#up);
    removeEventListener('pointercancel', this.#cancel);
    removeEventListener('keydown', this.#escape, { capture: true });
    if (!drag) return;
    cancelAnimationFrame(drag.frame);
    drag.ghost.remove();
    drag.seat.classList.remove('lifted');
    drag.over?.classList.remove('over');
    if (cancelled) this.#told.drop(drag.player, null);
  }
}

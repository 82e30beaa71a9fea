import { api } from 'wvw/ui';

/** What stands on the page at most: a log that goes on for hours must not fill the browser. */
const MOST = 1000;
const AGAIN_MILLIS = 3000;

const LENGTHS = { '15m': 900_000, '1h': 3_600_000, '24h': 86_400_000, '7d': 604_800_000 };

/** Reads a log backwards page by page, and forwards as it is written. Tells its host when something changed. */
export class Reader {
  /** @type {any[] | null} the newest first */
  entries = null;
  cursor = null;
  problem = null;
  busy = false;
  live = true;
  broken = false;
  /** How many came by since the page was opened. */
  added = 0;

  #host;
  #source = '';
  #filters = {};
  #since = '';
  #stop = new AbortController();
  /** What was written before the first page had come; null from then on. @type {any[] | null} */
  #early = [];
  /** Whether the end of what is shown fell off, so that older entries would leave a hole. */
  #isCut = false;

  constructor(host) {
    this.#host = host;
  }

  /** Begins anew with a log and what to look for in it. */
  open(source, filters) {
    this.#source = source;
    this.#filters = filters;
    this.again();
  }

  /** @param {boolean} [keep] whether what is shown stays until the first page has come */
  async again(keep = false) {
    this.close();
    this.#stop = new AbortController();
    const length = LENGTHS[this.#filters.since];
    this.#since = length ? new Date(Date.now() - length).toISOString() : '';
    if (!keep) this.entries = null;
    Object.assign(this, { cursor: null, added: 0 });
    this.#early = [];
    // Listening begins before reading, so that nothing is written unseen between the two.
    if (this.live) this.#follow(this.#stop.signal);
    await this.#page();
  }

  older() {
    if (this.busy) return undefined;
    return this.#isCut ? this.again() : this.#page();
  }

  /** Goes on with what is written, or leaves what is there in peace. */
  listen(live) {
    this.live = live;
    if (live) this.again();
    else this.close();
    this.#host.requestUpdate();
  }

  close() {
    this.#stop.abort();
  }

  async #page() {
    const { signal } = this.#stop;
    this.busy = true;
    this.problem = null;
    this.#host.requestUpdate();
    try {
      const page = await api.get(`logs/${this.#source}?${this.#query({ since: this.#since, cursor: this.cursor, limit: '100' })}`, { signal });
      this.entries = this.#early ? this.#joined(page.items) : [...this.entries, ...page.items];
      if (this.#early) this.#isCut = false;
      this.#early = null;
      this.cursor = page.next_cursor;
      this.broken = false;
    } catch (problem) {
      if (signal.aborted) return;
      this.problem = problem;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** When the stream ends, all is read anew: what was written until one listens again would be missing else. */
  async #follow(signal) {
    try {
      for await (const { type, data } of api.events(`logs/${this.#source}/stream?${this.#query({})}`, { signal })) {
        if (type === 'entry') this.#came(data);
      }
    } catch (problem) {
      if (signal.aborted) return;
      if (problem.status === 401 || problem.status === 403) {
        this.live = false;
        this.#host.requestUpdate();
        return;
      }
      this.broken = true;
      this.#host.requestUpdate();
      await new Promise((resume) => setTimeout(resume, AGAIN_MILLIS));
    }
    if (!signal.aborted) this.again(true);
  }

  /** The first page, and above it what came meanwhile and does not stand on it. */
  #joined(items) {
    const known = new Set(items.map((entry) => JSON.stringify(entry)));
    return [...this.#early.filter((entry) => !known.has(JSON.stringify(entry))), ...items];
  }

  #came(entry) {
    if (this.#early) {
      this.#early.unshift(entry);
      return;
    }
    this.added += 1;
    this.#isCut ||= this.entries.length >= MOST;
    this.entries = [entry, ...this.entries].slice(0, MOST);
    this.#host.requestUpdate();
  }

  #query(more) {
    const { level, q } = this.#filters;
    return new URLSearchParams(Object.entries({ level, q, ...more }).filter(([, value]) => value));
  }
}

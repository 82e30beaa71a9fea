import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WvwElement, api, confirm, dateTime, number, relative, saying, toast, words } from 'wvw/ui';
import './backups/restore.js';
import './backups/row.js';
import { bytes } from './backups/size.js';

const t = words({
  heading: ['Backups', 'Sauvegardes'],
  lead: [
    'Each is taken while the server works, and called a backup only after a restore of it was rehearsed.',
    'Chacune est prise pendant que le serveur travaille, et n’est dite sauvegarde qu’après une restauration d’essai.',
  ],
  make: ['Back up now', 'Sauvegarder'],
  begun: ['The backup begins', 'La sauvegarde commence'],
  made: ['The backup is made and proven', 'La sauvegarde est faite et vérifiée'],
  proven: ['The backup was proven', 'La sauvegarde est vérifiée'],
  failed: ['That failed: see the backup for the reason', 'Échec : la raison figure sous la sauvegarde'],
  newest: ['Newest proven backup: {when} · {size} · {rows} rows', 'Dernière sauvegarde vérifiée : {when} · {size} · {rows} lignes'],
  noProof: [
    'There is no proven backup. Make one now: without it a broken disk takes everything along.',
    'Il n’y a aucune sauvegarde vérifiée. Faites-en une maintenant : sans elle, un disque en panne emporte tout.',
  ],
  none: ['No backups yet', 'Pas encore de sauvegarde'],
  noneText: [
    'The first one is made by the schedule, or now, by hand. It takes seconds and stops nobody.',
    'La première viendra selon l’horaire, ou maintenant, à la main. Elle prend quelques secondes et n’arrête personne.',
  ],
  more: ['Show more', 'Afficher plus'],
  deleteHeading: ['Delete this backup?', 'Supprimer cette sauvegarde ?'],
  deleteText: [
    'The backup of {when} goes for good. It cannot be brought back.',
    'La sauvegarde du {when} disparaît définitivement. Elle ne peut pas être récupérée.',
  ],
  delete: ['Delete', 'Supprimer'],
  deleted: ['The backup was deleted', 'La sauvegarde est supprimée'],
  restored: [
    'The database was restored from {name}, {when}.',
    'La base a été restaurée à partir de {name}, {when}.',
  ],
  refused: ['The restore of {name} was not carried out: {why}', 'La restauration de {name} n’a pas eu lieu : {why}'],
});

const LOOK_MILLIS = 700;

/** The backups: what is proven, what is kept and why, and the way back. */
export default class BackupsPanel extends WvwElement {
  static properties = {
    items: { state: true },
    next: { state: true },
    last: { state: true },
    problem: { state: true },
    busy: { state: true },
    loading: { state: true },
    restoring: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-3);
    }
    .page-head {
      margin: 0;
    }
    .page-head p {
      max-width: 62ch;
    }
    ul {
      display: grid;
      gap: var(--wvw-3);
    }
    .note.good {
      border-color: var(--wvw-good-line);
      background: var(--wvw-good-soft);
    }
    .more {
      justify-self: center;
    }
  `;

  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.#lastRestore();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #load(cursor) {
    clearTimeout(this.#timer);
    this.problem = null;
    try {
      const page = await api.get(`backups?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      this.items = cursor ? [...this.items, ...page.items.filter(({ id }) => !this.items.some((had) => had.id === id))] : page.items;
      this.next = page.next_cursor;
      this.#watch();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** A second click while the next page is on its way asks for nothing. */
  async #more() {
    if (this.loading) return;
    this.loading = true;
    await this.#load(this.next);
    this.loading = false;
  }

  async #lastRestore() {
    try {
      this.last = await api.get('backups/last-restore');
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
  }

  /** Looks again while something is being done. */
  #watch() {
    if (!this.isConnected || this.restoring) return;
    const running = this.items.filter(({ progress }) => progress);
    if (running.length) this.#timer = setTimeout(() => this.#look(running), LOOK_MILLIS);
  }

  async #look(running) {
    try {
      const fresh = await Promise.all(running.map(({ id }) => api.get(`backups/${id}`)));
      const byId = new Map(fresh.map((backup) => [backup.id, backup]));
      this.items = this.items.map((backup) => byId.get(backup.id) ?? backup);
      const ended = running.filter(({ id }) => !byId.get(id).progress);
      if (ended.length) this.#tell(ended, byId);
      else this.#watch();
    } catch (problem) {
      this.problem = problem;
    }
  }

  #tell(ended, byId) {
    for (const { id, progress } of ended) {
      const now = byId.get(id);
      const good = now.state === 'verified' && !now.failure;
      if (progress.task !== 'restore') {
        toast(good ? t(progress.task === 'make' ? 'made' : 'proven') : t('failed'), { kind: good ? 'good' : 'bad' });
      }
    }
    this.#load();
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
        <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'} @click=${this.#make}>
          <wvw-icon name="plus"></wvw-icon>${t('make')}
        </button>
      </div>
      ${this.#told()} ${this.#content()}
      ${this.restoring
        ? html`<wvw-backup-restore
            .backup=${this.restoring}
            @closed=${this.#restored}
          ></wvw-backup-restore>`
        : nothing}`;
  }

  #told() {
    const { last } = this;
    if (!last || last.outcome === 'pending') return nothing;
    const done = last.outcome === 'done';
    return html`<div class="note ${done ? '' : 'bad'}">
      <wvw-icon name=${done ? 'retry' : 'warning'}></wvw-icon>
      <div>
        ${done
          ? t('restored', { name: last.name, when: dateTime(last.at) })
          : t('refused', { name: last.name, why: last.detail })}
      </div>
    </div>`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${() => this.#load()}></wvw-problem>`;
    if (!this.items) return html`<div class="card"><wvw-skeleton lines="6"></wvw-skeleton></div>`;
    if (!this.items.length) {
      return html`<wvw-empty icon="shield" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`;
    }
    return html`${this.#proof()}
      <ul>
        ${repeat(
          this.items,
          ({ id }) => id,
          (backup) => html`<li>
            <wvw-backup-row
              class="card"
              .backup=${backup}
              @verify=${() => this.#verify(backup)}
              @restore=${() => this.#restore(backup)}
              @remove=${() => this.#remove(backup)}
            ></wvw-backup-row>
          </li>`,
        )}
      </ul>
      ${this.next ? html`<button class="button more" aria-busy=${this.loading ? 'true' : 'false'} @click=${this.#more}>${t('more')}</button>` : nothing}`;
  }

  #proof() {
    const newest = this.items.find(({ state }) => state === 'verified');
    if (!newest) {
      if (this.next || this.items.some(({ progress }) => progress)) return nothing;
      return html`<div class="note warn"><wvw-icon name="warning"></wvw-icon><span>${t('noProof')}</span></div>`;
    }
    const { created, size, rows } = newest;
    return html`<div class="note good">
      <wvw-icon name="shield"></wvw-icon>
      <span>${t('newest', { when: relative(created), size: bytes(size), rows: number(rows) })}</span>
    </div>`;
  }

  /** The dialog watches alone from here on: the server goes away, and then knows nobody. */
  #restore(backup) {
    clearTimeout(this.#timer);
    this.restoring = backup;
  }

  #restored() {
    this.restoring = null;
    this.#load();
  }

  async #make() {
    if (this.busy) return;
    this.busy = true;
    try {
      await api.post('backups', {});
      toast(t('begun'));
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    } finally {
      this.busy = false;
    }
    await this.#load();
  }

  async #verify({ id }) {
    try {
      await api.post(`backups/${id}/verify`);
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
    await this.#load();
  }

  async #remove({ id, created }) {
    const question = { heading: t('deleteHeading'), text: t('deleteText', { when: dateTime(created) }), action: t('delete') };
    if (!(await confirm(question))) return;
    try {
      await api.delete(`backups/${id}`);
      toast(t('deleted'));
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
    await this.#load();
  }
}

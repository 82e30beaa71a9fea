import { css, html, nothing } from 'lit';
import '@vaadin/text-field';
import { WvwElement, api, dateTime, number, saying, words } from 'wvw/ui';
import { told } from './told.js';

const t = words({
  heading: ['Restore this backup?', 'Restaurer cette sauvegarde ?'],
  text: [
    'Everything goes back to how it was on {when}, for everybody. What was changed since then is set aside in a safety copy beside the database.',
    'Tout revient à l’état du {when}, pour tout le monde. Ce qui a changé depuis est mis de côté dans une copie de sécurité à côté de la base.',
  ],
  steps: [
    'First the backup is proven once more; only then the server stops, exchanges the database and starts again. It takes less than a minute for most guilds, and nobody can work meanwhile.',
    'La sauvegarde est d’abord vérifiée encore une fois ; ensuite seulement le serveur s’arrête, échange la base et redémarre. Cela prend moins d’une minute pour la plupart des guildes, pendant laquelle personne ne peut travailler.',
  ],
  type: ['Type {id} to confirm', 'Tapez {id} pour confirmer'],
  cancel: ['Cancel', 'Annuler'],
  restore: ['Restore', 'Restaurer'],
  working: ['The backup is being proven…', 'Vérification de la sauvegarde…'],
  away: ['The server starts again…', 'Le serveur redémarre…'],
  done: [
    'The server is back. Its state is that of {when}, and everybody signs in again.',
    'Le serveur est de retour, dans l’état du {when}, et chacun se reconnecte.',
  ],
  refused: ['The restore was not carried out: {why}', 'La restauration n’a pas eu lieu : {why}'],
  long: [
    'The server has not come back for {n} seconds. If it was started by hand, start it again: the restore goes on then.',
    'Le serveur n’est pas revenu depuis {n} secondes. S’il a été lancé à la main, relancez-le : la restauration continuera alors.',
  ],
  go: ['Sign in again', 'Se reconnecter'],
  goOn: ['Go on', 'Continuer'],
});

const LOOK_MILLIS = 1000;
const LONG_SECONDS = 90;
/** Clocks and uptimes told in whole seconds differ by less. */
const SAME_SECONDS = 4;
/** A refused token is an answer here, and no reason to ask for a sign-in. */
const PLAIN = { plain: true };

/** Asks for the backup's id in the operator's own hand, then follows the restore through the server's new start. */
class BackupRestore extends WvwElement {
  static properties = {
    backup: { attribute: false },
    typed: { state: true },
    phase: { state: true },
    problem: { state: true },
    waited: { state: true },
    why: { state: true },
  };

  static styles = css`
    code {
      font: 600 0.95em var(--wvw-mono);
    }
    .stack p {
      text-wrap: pretty;
    }
  `;

  #timer = 0;

  constructor() {
    super();
    this.typed = '';
    this.phase = 'ask';
    this.waited = 0;
  }

  firstUpdated() {
    this.renderRoot.querySelector('wvw-dialog').open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    return html`<wvw-dialog .heading=${t('heading')} @closed=${() => this.dispatchEvent(new Event('closed'))}>
      <div class="stack">${this.phase === 'ask' ? this.#question() : this.#course()}</div>
      <div slot="actions">${this.phase === 'ask' ? this.#answers() : this.#way()}</div>
    </wvw-dialog>`;
  }

  #question() {
    const { id, created } = this.backup;
    return html`<p>${t('text', { when: dateTime(created) })}</p>
      <p class="muted">${t('steps')}</p>
      <vaadin-text-field
        .label=${t('type', { id })}
        autocomplete="off"
        spellcheck="false"
        ?invalid=${Boolean(this.problem)}
        .errorMessage=${this.problem ? saying(this.problem) : ''}
        @value-changed=${(event) => (this.typed = event.detail.value.trim())}
        @keydown=${(event) => event.key === 'Enter' && this.#restore()}
      ></vaadin-text-field>`;
  }

  #answers() {
    return html`<button class="button" @click=${this.#leave}>${t('cancel')}</button>
      <button class="button danger" ?disabled=${this.typed !== this.backup.id} @click=${this.#restore}>${t('restore')}</button>`;
  }

  #course() {
    const when = dateTime(this.backup.created);
    return html`<p role="status">${this.phase === 'refused' ? t('refused', { why: this.why }) : t(this.phase, { when })}</p>
      ${this.#ended ? nothing : html`<progress aria-label=${t(this.phase, { when })}></progress>`}
      ${this.waited >= LONG_SECONDS && !this.#ended
        ? html`<p class="muted">${t('long', { n: number(this.waited) })}</p>`
        : nothing}`;
  }

  get #ended() {
    return this.phase === 'done' || this.phase === 'refused';
  }

  #way() {
    if (!this.#ended) return nothing;
    return html`<button class="button primary" @click=${this.#goOn}>${t(this.phase === 'done' ? 'go' : 'goOn')}</button>`;
  }

  async #restore() {
    const { id } = this.backup;
    if (this.typed !== id) return;
    this.problem = null;
    try {
      await api.post(`backups/${id}/restore`, { confirm: id });
      this.phase = 'working';
      this.#look(await startedAt());
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** @param {number} before when the server that was asked had started */
  #look(before) {
    this.#timer = setTimeout(async () => {
      this.waited += LOOK_MILLIS / 1000;
      try {
        await this.#judge(before);
      } catch {
        this.phase = 'away';
      }
      if (!this.#ended && this.isConnected) this.#look(before);
    }, LOOK_MILLIS);
  }

  async #judge(before) {
    const response = await fetch('/api/v1/health/live');
    if (!response.ok) throw new Error(String(response.status));
    if (this.phase === 'away' || Math.abs((await startedAt()) - before) > SAME_SECONDS) {
      await this.#outcome();
      return;
    }
    const { progress, told: { failure } } = await api.get(`backups/${this.backup.id}`, PLAIN);
    if (!progress && failure) {
      this.phase = 'refused';
      this.why = told(failure);
    }
  }

  /** A restore that was carried out ends all sessions: who is not known any more has seen it happen. */
  async #outcome() {
    try {
      const last = await api.get('backups/last-restore', PLAIN);
      if (!last || last.outcome === 'pending') return;
      this.phase = last.outcome === 'refused' ? 'refused' : 'done';
      this.why = last.detail;
    } catch (problem) {
      if (problem.status !== 401) throw problem;
      this.phase = 'done';
    }
  }

  /** After a restore nobody is signed in; who signs in again finds the backups and how it went. */
  #goOn() {
    if (this.phase === 'refused') {
      this.#leave();
      return;
    }
    sessionStorage.setItem('wvw.return', '/backups');
    location.assign('/sign-in');
  }

  #leave() {
    this.renderRoot.querySelector('wvw-dialog').close();
  }
}

/** When the server that answers had started, in seconds; far from any other moment where it knows the reader no more. */
async function startedAt() {
  try {
    const { detail } = await api.get('health', PLAIN);
    return detail ? Date.now() / 1000 - detail.uptime_seconds : 0;
  } catch (problem) {
    if (problem.status !== 401) throw problem;
    return 0;
  }
}

customElements.define('wvw-backup-restore', BackupRestore);

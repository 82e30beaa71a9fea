import { css, html, nothing } from 'lit';
import { Problem, WvwElement, api, dateTime, duration, number, relative, saying, session, toast, words } from 'wvw/ui';
import { bytes } from './size.js';
import { told } from './told.js';

const t = words({
  running: ['under way', 'en cours'],
  verified: ['proven', 'vérifiée'],
  unverified: ['not proven', 'non vérifiée'],
  failed: ['failed', 'échouée'],
  schedule: ['by the schedule', 'selon l’horaire'],
  hand: ['by hand', 'à la main'],
  copy: ['brought from elsewhere', 'apportée d’ailleurs'],
  facts: ['{size} · {rows} rows · took {time}', '{size} · {rows} lignes · en {time}'],
  kept: ['Kept because', 'Conservée car'],
  elsewhere: ['Copy at {place}:', 'Copie à {place} :'],
  verify: ['Prove again', 'Vérifier'],
  restore: ['Restore…', 'Restaurer…'],
  download: ['Download', 'Télécharger'],
  loading: ['Loading {size}…', 'Chargement de {size}…'],
  remove: ['Delete', 'Supprimer'],
  details: ['What was proven', 'Ce qui a été vérifié'],
  provenAt: ['Last proven {when}.', 'Vérifiée pour la dernière fois {when}.'],
  sum: ['SHA-256 of the file:', 'SHA-256 du fichier :'],
  make: ['Backup', 'Sauvegarde'],
  prove: ['Rehearsing the restore', 'Restauration d’essai'],
  unpack: ['Unpacking', 'Décompression'],
  pack: ['Packing', 'Compression'],
  begin: ['Beginning', 'Début'],
});

const TAGS = { running: 'warn', verified: 'good', unverified: 'warn', failed: 'bad' };
const PHASES = { begin: 'begin', copy: 'make', pack: 'pack', unpack: 'unpack', prove: 'prove' };

/** A backup with what is known of it. Fires `verify`, `restore` and `remove`. */
class BackupRow extends WvwElement {
  static properties = { backup: { attribute: false }, loading: { state: true } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-2);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px var(--wvw-3);
    }
    h2 {
      font-size: var(--wvw-size-m);
    }
    .failure {
      color: var(--wvw-bad);
      overflow-wrap: anywhere;
    }
    progress {
      width: 100%;
      height: 8px;
      accent-color: var(--wvw-accent);
    }
    summary {
      cursor: pointer;
      color: var(--wvw-link);
    }
    details ul {
      margin-block: var(--wvw-2);
      padding-inline-start: 1.2em;
      list-style: disc;
    }
    code {
      font: 0.9em var(--wvw-mono);
      overflow-wrap: anywhere;
    }
    .danger-text {
      color: var(--wvw-bad);
    }
  `;

  render() {
    const { id, created, state, by, progress, told: { failure, kept_because: kept, offsite } } = this.backup;
    return html`<div class="head">
        <h2><time datetime=${created} title=${relative(created)}>${dateTime(created)}</time></h2>
        <span class="tag ${TAGS[state]}">${t(state)}</span>
        ${by ? html`<span class="muted small">${t(by)}</span>` : nothing}
        <code class="muted">${id}</code>
      </div>
      ${this.#facts()} ${failure ? html`<p class="failure">${told(failure)}</p>` : nothing}
      ${kept.length
        ? html`<div class="row small">
            <span class="muted">${t('kept')}</span>${kept.map((why) => html`<span class="tag">${told(why)}</span>`)}
          </div>`
        : nothing}
      ${Object.entries(offsite ?? {}).map(([place, state]) => html`<div class="small"><span class="muted">${t('elsewhere', { place })}</span> ${told(state)}</div>`)}
      ${progress ? this.#progress(progress) : this.#details()} ${progress ? nothing : this.#actions()}`;
  }

  #facts() {
    const { size, rows, seconds } = this.backup;
    if (!size) return nothing;
    return html`<div class="muted small">${t('facts', { size: bytes(size), rows: number(rows), time: duration(seconds * 1000) })}</div>`;
  }

  #progress({ phase, done, total }) {
    const name = t(PHASES[phase] ?? 'begin');
    return html`<label class="small"
      ><span role="status">${name}</span>
      <progress aria-label=${name} max=${total || 1} .value=${total ? done : 0}></progress>
    </label>`;
  }

  #details() {
    const { told: { drill }, verified_at: at, sha256 } = this.backup;
    if (!drill.length) return nothing;
    return html`<details class="small">
      <summary>${t('details')}</summary>
      <ul>
        ${drill.map((line) => html`<li>${told(line)}</li>`)}
      </ul>
      ${at ? html`<p>${t('provenAt', { when: dateTime(at) })}</p>` : nothing}
      <p class="muted">${t('sum')} <code>${sha256}</code></p>
    </details>`;
  }

  #actions() {
    if (!this.backup.size) return html`<div class="row">${this.#button('remove', 'trash')}</div>`;
    return html`<div class="row">
      ${this.#button('verify', 'check')} ${this.#button('restore', 'retry')}
      <button class="button" aria-busy=${this.loading ? 'true' : 'false'} @click=${this.#download}>
        <wvw-icon name="down"></wvw-icon>${this.loading ? t('loading', { size: bytes(this.backup.size) }) : t('download')}
      </button>
      ${this.#button('remove', 'trash')}
    </div>`;
  }

  #button(event, icon) {
    return html`<button
      class="button ${event === 'remove' ? 'quiet danger-text' : ''}"
      @click=${() => this.dispatchEvent(new Event(event))}
    >
      <wvw-icon name=${icon}></wvw-icon>${t(event)}<span class="visually-hidden">: ${dateTime(this.backup.created)}</span
    ></button>`;
  }

  /** The token goes in a header, which a plain link cannot send. */
  async #download() {
    if (this.loading) return;
    this.loading = true;
    try {
      const { id } = this.backup;
      await api.get(`backups/${id}`); // Renews the token where it has run out.
      const response = await fetch(`/api/v1/backups/${id}/download`, { headers: { Authorization: `Bearer ${session.token}` } });
      if (!response.ok) throw new Problem(response.status);
      const [, name] = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = name ?? id;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (problem) {
      toast(saying(problem instanceof TypeError ? new Problem(0) : problem), { kind: 'bad' });
    } finally {
      this.loading = false;
    }
  }
}

customElements.define('wvw-backup-row', BackupRow);

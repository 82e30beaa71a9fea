import { css, html, nothing } from 'lit';
import { WvwElement, api, copy, dateTime, number, region, relative, saying, toast, words } from 'wvw/ui';
import { outcome } from './words.js';

const t = words({
  inForce: ['In force', 'En vigueur'],
  shipped: ['Shipped with this version', 'Fourni avec cette version'],
  fetched: ['Fetched {when}', 'Récupéré {when}'],
  compared: ['last compared {when}', 'dernière comparaison {when}'],
  build: ['game build {n}', 'build du jeu {n}'],
  professions: ['professions', 'professions'],
  specializations: ['specialisations', 'spécialisations'],
  traits: ['traits', 'aptitudes'],
  skills: ['skills', 'compétences'],
  pets: ['pets', 'familiers'],
  itemstats: ['attribute sets', 'jeux de statistiques'],
  upgrades: ['upgrades', 'améliorations'],
  sync: ['Fetching', 'Récupération'],
  on: ['On', 'Activée'],
  off: ['Off', 'Désactivée'],
  daily: ['once a day', 'une fois par jour'],
  weekly: ['once a week', 'une fois par semaine'],
  next: ['next {when}', 'prochaine {when}'],
  offText: [
    'This server asks nobody: it works with the catalogue that it brought. To follow the game’s patches, add this to etc/gw2.toml and restart the server.',
    'Ce serveur n’interroge personne : il travaille avec le catalogue qu’il a apporté. Pour suivre les mises à jour du jeu, ajoutez ceci à etc/gw2.toml et redémarrez le serveur.',
  ],
  copy: ['Copy', 'Copier'],
  or: ['Or fetch it once, by hand:', 'Ou récupérez-le une fois, à la main :'],
  now: ['Fetch now', 'Récupérer maintenant'],
  busy: ['Fetching…', 'Récupération en cours…'],
  asking: ['Asking what there is…', 'Inventaire en cours…'],
  progress: ['{done} of {total} answers', '{done} réponses sur {total}'],
  percent: ['{n} %', '{n} %'],
  succeeded: ['Done', 'Terminé'],
  failed: ['It did not work', 'Cela n’a pas fonctionné'],
  lost: ['It was interrupted', 'Interrompu'],
  lostText: [
    'The server ended meanwhile. Nothing was changed: fetch it again.',
    'Le serveur s’est arrêté entre-temps. Rien n’a été changé : relancez la récupération.',
  ],
  never: ['Nothing was fetched yet.', 'Rien n’a encore été récupéré.'],
});

const COUNTS = ['specializations', 'traits', 'skills', 'pets', 'itemstats', 'upgrades'];
const SETTING = '[catalogue]\nsync = "weekly"';
const ONCE = 'gw2 catalogue sync --set catalogue.sync=weekly';

/** Which edition is in force, and fetching a newer one. Fires `started`. */
class CatalogueSync extends WvwElement {
  static properties = {
    status: { attribute: false },
    edition: { attribute: false },
    asking: { state: true },
    refused: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--wvw-4);
    }
    .card {
      display: grid;
      align-content: start;
      gap: var(--wvw-3);
    }
    .card > h2 {
      margin: 0;
    }
    .month {
      font-size: 1.75rem;
      font-weight: 700;
      letter-spacing: -0.02em;
      line-height: 1.1;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
      gap: var(--wvw-2);
    }
    dl > div {
      display: flex;
      flex-direction: column-reverse;
      padding: 8px 12px;
      border: 1px solid var(--wvw-line);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-raised);
    }
    dd {
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }
    dt {
      color: var(--wvw-text-2);
      font-size: var(--wvw-size-xs);
    }
    progress {
      display: block;
      width: 100%;
      height: 10px;
      appearance: none;
      overflow: hidden;
      border: 0;
      border-radius: 999px;
      background: var(--wvw-hover);
      color: var(--wvw-accent);
    }
    progress::-webkit-progress-bar {
      background: var(--wvw-hover);
    }
    progress::-webkit-progress-value {
      border-radius: 999px;
      background: var(--wvw-accent);
      transition: inline-size 0.3s;
    }
    progress::-moz-progress-bar {
      background: var(--wvw-accent);
    }
    .code {
      display: flex;
      align-items: start;
      justify-content: space-between;
      gap: var(--wvw-2);
      padding: 8px 8px 8px 12px;
      border: 1px solid var(--wvw-line-2);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-field);
    }
    pre {
      min-width: 0;
      margin: 0;
      padding-block: 8px;
      font: 500 var(--wvw-size-s) / 1.55 var(--wvw-mono);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .note p {
      overflow-wrap: anywhere;
    }
    .note.good {
      border-color: var(--wvw-good-line);
      background: var(--wvw-good-soft);
    }
    @media (max-width: 799px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  get #busy() {
    return this.asking || this.status.running || this.status.last?.outcome === 'running';
  }

  render() {
    return html`${this.#inForce()}
      <section class="card">
        <div class="row spread">
          <h2>${t('sync')}</h2>
          <span class="tag ${this.status.enabled ? 'good' : ''}">${t(this.status.enabled ? 'on' : 'off')}</span>
        </div>
        ${this.status.enabled ? this.#on() : this.#off()}
      </section>`;
  }

  #inForce() {
    const { edition: fetched } = this.status;
    const { version, game_build: build, counts } = this.edition;
    const month = new Date(`${version}-15T00:00Z`);
    const name = new Intl.DateTimeFormat(region(), { month: 'long', year: 'numeric' }).format(month);
    return html`<section class="card">
      <h2>${t('inForce')}</h2>
      <p class="month">${name}</p>
      <p class="muted small">
        ${fetched
          ? html`<span title=${dateTime(fetched.made_at)}>${t('fetched', { when: relative(fetched.made_at) })}</span>,
              <span title=${dateTime(fetched.checked_at)}
                >${t('compared', { when: relative(fetched.checked_at) })}</span
              >`
          : t('shipped')}${build ? html` · ${t('build', { n: number(build) })}` : nothing}
      </p>
      <dl>
        ${COUNTS.filter((kind) => counts[kind] !== undefined).map(
          (kind) => html`<div>
            <dt>${t(kind)}</dt>
            <dd>${number(counts[kind])}</dd>
          </div>`,
        )}
      </dl>
    </section>`;
  }

  #off() {
    return html`<p class="muted">${t('offText')}</p>
      ${this.#code(SETTING)}
      <p class="muted small">${t('or')}</p>
      ${this.#code(ONCE)}`;
  }

  #code(text) {
    return html`<div class="code">
      <pre>${text}</pre>
      <button class="button quiet icon" @click=${() => copy(text)}>
        <wvw-icon name="copy"></wvw-icon><span class="visually-hidden">${t('copy')}</span
      ></button>
    </div>`;
  }

  #on() {
    const { schedule, next } = this.status;
    return html`<p class="muted small">
        ${t(schedule)}${next ? html`, <span title=${dateTime(next)}>${t('next', { when: relative(next) })}</span>` : nothing}
      </p>
      ${this.#busy ? this.#progress() : this.#outcome()}
      ${this.refused ? html`<wvw-problem final .problem=${this.refused}></wvw-problem>` : nothing}
      <div class="row">
        <button
          class="button primary"
          aria-busy=${this.#busy ? 'true' : 'false'}
          aria-disabled=${this.#busy ? 'true' : 'false'}
          @click=${this.#start}>
          <wvw-icon name="retry"></wvw-icon>${t(this.#busy ? 'busy' : 'now')}
        </button>
      </div>`;
  }

  /** The bar moves with each answer; what is read aloud moves with each tenth of the way. */
  #progress() {
    const { done, total } = this.status;
    const tenth = total ? Math.floor((done * 10) / total) * 10 : 0;
    return html`<div class="stack">
      <progress aria-label=${t('sync')} max="100" value=${total ? (done * 100) / total : nothing}></progress>
      <div class="row spread small muted">
        <span>${total ? t('progress', { done: number(done), total: number(total) }) : t('asking')}</span>
        <span class="visually-hidden" role="status">${t('percent', { n: tenth })}</span>
      </div>
    </div>`;
  }

  #outcome() {
    const { last } = this.status;
    if (!last) return html`<p>${t('never')}</p>`;
    const good = last.outcome === 'succeeded';
    return html`<div class="note ${good ? 'good' : 'bad'}" role="status">
      <wvw-icon name=${good ? 'check' : 'warning'}></wvw-icon>
      <div>
        <strong>${t(last.outcome)}</strong>
        <span class="muted small" title=${dateTime(last.started)}>${relative(last.ended ?? last.started)}</span>
        <p>${last.outcome === 'lost' ? t('lostText') : outcome(last.detail)}</p>
      </div>
    </div>`;
  }

  async #start() {
    if (this.#busy) return;
    this.asking = true;
    this.refused = null;
    try {
      await api.post('catalogue/sync');
    } catch (problem) {
      this.refused = problem;
      toast(saying(problem), { kind: 'bad' });
    } finally {
      this.asking = false;
      this.dispatchEvent(new Event('started'));
    }
  }
}

customElements.define('wvw-catalogue-sync', CatalogueSync);

import { css, html, nothing } from 'lit';
import { WvwElement, api, confirm, navigate, relative, saying, toast, words } from 'wvw/ui';
import { eventName, said } from './words.js';
import './deliveries.js';
import './secret.js';

const t = words({
  pause: ['Pause', 'Mettre en pause'],
  resume: ['Resume', 'Reprendre'],
  ping: ['Send a trial', 'Envoyer un essai'],
  renew: ['New secret', 'Nouveau secret'],
  remove: ['Delete', 'Supprimer'],
  pausedNow: ['The webhook is paused', 'Le webhook est en pause'],
  resumedNow: ['The webhook sends again', 'Le webhook envoie à nouveau'],
  pinged: ['A trial is on its way', 'Un essai est en route'],
  removed: ['The webhook was deleted', 'Le webhook est supprimé'],
  removeHeading: ['Delete “{name}”?', 'Supprimer « {name} » ?'],
  removeText: [
    'Its deliveries go with it, also those that wait. This cannot be undone.',
    'Ses envois disparaissent avec lui, même ceux en attente. C’est définitif.',
  ],
  renewHeading: ['Give it a new secret?', 'Lui donner un nouveau secret ?'],
  renewText: [
    'The receiver refuses what is sent until it knows the new one.',
    'Le destinataire refuse les envois tant qu’il ne connaît pas le nouveau.',
  ],
  events: ['Events', 'Évènements'],
  who: ['Tells of', 'Annonce'],
  public: ['public things', 'ce qui est public'],
  team: ['public things and what teams share', 'ce qui est public et ce que les équipes partagent'],
  state: ['State', 'État'],
  active: ['active', 'actif'],
  paused: ['paused', 'en pause'],
  stopped: ['stopped by the server', 'arrêté par le serveur'],
  failing: ['fails since {when}', 'échoue depuis {when}'],
  dropped: ['Dropped as the queue was full', 'Perdus, file pleine'],
});

/** One webhook: what it is, what can be done with it, and its deliveries. */
class WebhookDetail extends WvwElement {
  static properties = {
    key: { attribute: false },
    hook: { state: true },
    problem: { state: true },
    secret: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-4);
    }
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 6px var(--wvw-4);
      margin: var(--wvw-3) 0;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .address {
      overflow-wrap: anywhere;
    }
    @media (max-width: 480px) {
      dl {
        grid-template-columns: minmax(0, 1fr);
      }
      dd {
        margin-block-end: 6px;
      }
    }
  `;

  willUpdate(changed) {
    if (changed.has('key')) this.load();
  }

  async load() {
    this.problem = null;
    try {
      this.hook = await api.get(`webhooks/${this.key}`);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.load}></wvw-problem>`;
    if (!this.hook) return html`<div class="card"><wvw-skeleton lines="5"></wvw-skeleton></div>`;
    const { name, url, kind, state, reason, events, visibility, failing_since, dropped } = this.hook;
    const active = state === 'active';
    return html`<section class="card">
        <h2>${name}</h2>
        <p class="muted address">${url}</p>
        <dl>
          <dt class="muted">${t('state')}</dt>
          <dd>${t(state)}${failing_since ? ` · ${t('failing', { when: relative(failing_since) })}` : ''}</dd>
          <dt class="muted">${t('events')}</dt>
          <dd>${events.map(eventName).join(', ')}</dd>
          <dt class="muted">${t('who')}</dt>
          <dd>${t(visibility)}</dd>
          ${dropped ? html`<dt class="muted">${t('dropped')}</dt><dd>${dropped}</dd>` : nothing}
        </dl>
        ${reason ? html`<p class="note warn">${said(reason)}</p>` : nothing}
        <div class="row">
          <button class="button" ?disabled=${!active} @click=${this.#ping}><wvw-icon name="play"></wvw-icon>${t('ping')}</button>
          <button class="button" @click=${() => this.#pause(active)}>${t(active ? 'pause' : 'resume')}</button>
          ${kind === 'json' ? html`<button class="button" @click=${this.#renew}>${t('renew')}</button>` : nothing}
          <button class="button danger" @click=${this.#remove}><wvw-icon name="trash"></wvw-icon>${t('remove')}</button>
        </div>
      </section>
      ${this.secret ? html`<wvw-webhook-secret .text=${this.secret}></wvw-webhook-secret>` : nothing}
      <wvw-webhook-deliveries .key=${this.key} .active=${active}></wvw-webhook-deliveries>`;
  }

  /** Does something, says so, and reads the webhook anew. */
  async #attempt(work, said) {
    try {
      await work();
      if (said) toast(said);
      return true;
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
      await this.load();
      return false;
    }
  }

  #ping() {
    return this.#attempt(async () => {
      await api.post(`webhooks/${this.key}/ping`);
      await this.renderRoot.querySelector('wvw-webhook-deliveries').load();
    }, t('pinged'));
  }

  #pause(paused) {
    return this.#attempt(
      async () => {
        this.hook = await api.patch(`webhooks/${this.key}`, { paused }, { headers: { 'If-Match': this.hook.etag } });
      },
      t(paused ? 'pausedNow' : 'resumedNow'),
    );
  }

  async #renew() {
    const sure = await confirm({ heading: t('renewHeading'), text: t('renewText'), action: t('renew') });
    if (!sure) return;
    await this.#attempt(async () => {
      this.secret = (await api.post(`webhooks/${this.key}/secret`)).secret;
      await this.load();
    });
  }

  async #remove() {
    const heading = t('removeHeading', { name: this.hook.name });
    if (!(await confirm({ heading, text: t('removeText'), action: t('remove') }))) return;
    if (await this.#attempt(() => api.delete(`webhooks/${this.key}`), t('removed'))) navigate('/webhooks');
  }
}

customElements.define('wvw-webhook-detail', WebhookDetail);

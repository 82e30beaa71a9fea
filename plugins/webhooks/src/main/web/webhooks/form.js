import { css, html, nothing } from 'lit';
import { WvwElement, api, fieldError, locale, words } from 'wvw/ui';
import { eventName } from './words.js';

const t = words({
  heading: ['New webhook', 'Nouveau webhook'],
  name: ['Name', 'Nom'],
  kind: ['What it speaks', 'Ce qu’il parle'],
  discord: ['Messages in Discord', 'Messages dans Discord'],
  json: ['Signed JSON for a program', 'JSON signé pour un programme'],
  url: ['Address', 'Adresse'],
  urlDiscord: [
    'In Discord: settings of the channel, Integrations, Webhooks, Copy Webhook URL.',
    'Dans Discord : paramètres du salon, Intégrations, Webhooks, Copier l’URL du webhook.',
  ],
  urlJson: ['https, on the open internet', 'https, sur l’internet public'],
  who: ['Whose things it tells of', 'Ce qu’il peut annoncer'],
  public: ['Public ones only', 'Seulement ce qui est public'],
  team: ['Also what teams share', 'Aussi ce que les équipes partagent'],
  never: ['Private builds are never told.', 'Les builds privés ne sont jamais annoncés.'],
  events: ['Events', 'Évènements'],
  make: ['Make the webhook', 'Créer le webhook'],
  cancel: ['Cancel', 'Annuler'],
  choose: ['Choose at least one', 'Choisissez-en au moins un'],
  wrongUrl: [
    '',
    'Cette adresse n’est pas acceptée : https, écrite de la façon habituelle, sur l’internet public (ou autorisée par l’exploitant) ; pour Discord, celle que montre « Copier l’URL du webhook ».',
  ],
  refused: ['No webhook was made', 'Aucun webhook n’a été créé'],
});

/** What makes a webhook. Fires `made` with the server's answer, or `left`. */
class WebhookForm extends WvwElement {
  static properties = {
    types: { state: true },
    kind: { state: true },
    all: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  static styles = css`
    form {
      display: grid;
      gap: var(--wvw-4);
      max-width: 640px;
    }
    label.field,
    fieldset {
      display: grid;
      gap: 4px;
    }
    fieldset {
      border: 0;
      padding: 0;
      margin: 0;
    }
    fieldset label {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 32px;
    }
    fieldset input {
      flex: none;
      position: relative;
    }
    input:not([type]),
    select {
      min-height: 42px;
      padding: 6px 10px;
      border: 1px solid var(--wvw-line-2);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-raised);
      color: var(--wvw-text);
      font: inherit;
      width: 100%;
      box-sizing: border-box;
    }
    .error {
      color: var(--wvw-bad);
    }
  `;

  constructor() {
    super();
    this.kind = 'discord';
    this.all = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.types = (await api.get('webhooks/events')).items.map(({ name }) => name);
    } catch (problem) {
      this.problem = problem;
    }
  }

  firstUpdated() {
    this.renderRoot.querySelector('[name=name]').focus();
  }

  render() {
    return html`<form class="card" novalidate @submit=${this.#make}>
      <h2>${t('heading')}</h2>
      ${this.problem && this.problem.status !== 422
        ? html`<wvw-problem final .heading=${t('refused')} .problem=${this.problem}></wvw-problem>`
        : nothing}
      ${this.#input('name', t('name'))}
      <label class="field"
        >${t('kind')}<select name="kind" @change=${(event) => (this.kind = event.target.value)}>
          <option value="discord">${t('discord')}</option>
          <option value="json">${t('json')}</option>
        </select></label
      >
      ${this.#input('url', t('url'), t(this.kind === 'discord' ? 'urlDiscord' : 'urlJson'))}
      <label class="field"
        >${t('who')}<select name="visibility">
          <option value="public">${t('public')}</option>
          <option value="team">${t('team')}</option></select
        ><span class="muted small">${t('never')}</span></label
      >
      <fieldset>
        <legend>${t('events')}</legend>
        ${this.#event('*')} ${this.types?.map((type) => this.#event(type))} ${this.#error('events')}
      </fieldset>
      <div class="row">
        <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${t('make')}</button>
        <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('left'))}>${t('cancel')}</button>
      </div>
    </form>`;
  }

  #input(name, label, help) {
    const error = fieldError(this.problem, name);
    return html`<label class="field"
      >${label}<input name=${name} autocomplete="off" spellcheck="false" aria-invalid=${error ? 'true' : 'false'} />
      ${help ? html`<span class="muted small">${help}</span>` : nothing} ${this.#error(name)}</label
    >`;
  }

  #error(name) {
    const error = fieldError(this.problem, name);
    return error ? html`<span class="error small" role="alert">${this.#said(name, error)}</span>` : nothing;
  }

  /** The server's words are for scripts in one case, and English in another. */
  #said(name, error) {
    if (name === 'events') return t('choose');
    return name === 'url' && locale() === 'fr' ? t('wrongUrl') : error;
  }

  #event(type) {
    return html`<label
      ><input
        type="checkbox"
        value=${type}
        ?disabled=${this.all && type !== '*'}
        @change=${(event) => type === '*' && (this.all = event.target.checked)}
      />${eventName(type)}</label
    >`;
  }

  async #make(event) {
    event.preventDefault();
    if (this.busy) return;
    const { name, kind, url, visibility } = Object.fromEntries(new FormData(event.target));
    const chosen = [...this.renderRoot.querySelectorAll('input:checked')].map((box) => box.value);
    this.problem = null;
    this.busy = true;
    try {
      const events = this.all ? ['*'] : chosen;
      const made = await api.post('webhooks', { name, kind, url: url.trim(), visibility, events });
      this.dispatchEvent(new CustomEvent('made', { detail: made }));
    } catch (problem) {
      this.problem = problem;
      await this.updateComplete;
      this.renderRoot.querySelector('[aria-invalid=true]')?.focus();
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('wvw-webhook-form', WebhookForm);

import { css, html, nothing } from 'lit';
import { api, confirm, dateTime, relative, session, toast, words } from 'wvw/ui';
import { wrong } from './field.js';
import './once.js';
import { Section } from './section.js';

const t = words({
  heading: ['Tokens for scripts', 'Jetons pour les scripts'],
  lead: [
    'A script signs in with a token instead of your password: Authorization: Bearer gw2p_… It reaches no account page.',
    'Un script se connecte avec un jeton au lieu de votre mot de passe : Authorization: Bearer gw2p_… Il n’atteint aucune page du compte.',
  ],
  name: ['What it is for', 'À quoi il sert'],
  nameHelp: ['Discord bot, nightly export', 'Bot Discord, export de la nuit'],
  scopes: ['What it may do', 'Ce qu’il peut faire'],
  read: ['Read', 'Lire'],
  write: ['Write', 'Écrire'],
  admin: ['Administer', 'Administrer'],
  lifetime: ['Ends', 'Expire'],
  days: ['in {n} days', 'dans {n} jours'],
  year: ['in a year', 'dans un an'],
  make: ['Make a token', 'Créer un jeton'],
  revoke: ['Revoke', 'Révoquer'],
  revokeHeading: ['Revoke “{name}”?', 'Révoquer « {name} » ?'],
  revokeText: ['Scripts that use it are refused at once.', 'Les scripts qui l’utilisent sont aussitôt refusés.'],
  revoked: ['The token was revoked', 'Le jeton est révoqué'],
  ends: ['ends {when}', 'expire {when}'],
  used: ['used {when}', 'utilisé {when}'],
  never: ['never used', 'jamais utilisé'],
  refused: ['No token was made', 'Aucun jeton n’a été créé'],
});

const DAY = 86_400_000;

/** Personal access tokens: made, shown once, revoked. */
class AccountTokens extends Section {
  static properties = { tokens: { state: true }, made: { state: true } };

  static styles = [
    Section.styles,
    css`
      fieldset {
        gap: 4px var(--wvw-4);
        padding: 0;
        border: 0;
        margin: 0;
      }
      legend,
      .ends {
        padding: 0;
        margin-block-end: 4px;
        font-size: var(--wvw-size-s);
        font-weight: 600;
      }
      fieldset label {
        min-height: 32px;
      }
      input {
        width: 18px;
        height: 18px;
        accent-color: var(--wvw-accent);
      }
      .ends {
        display: grid;
        justify-items: start;
        gap: 4px;
      }
      select {
        min-height: 40px;
        padding: 6px 10px;
        border: 1px solid var(--wvw-field-line);
        border-radius: var(--wvw-radius-m);
        background: var(--wvw-field);
        color: inherit;
        font: inherit;
        font-weight: 400;
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.attempt(() => this.#load());
  }

  async #load() {
    this.tokens = (await api.get('users/me/tokens')).items;
  }

  render() {
    const name = wrong(this.problem, 'name');
    const scopes = session.is('admin') ? ['read', 'write', 'admin'] : ['read', 'write'];
    return this.card(
      t('heading'),
      t('lead'),
      html`${this.made ? html`<wvw-shown-once .text=${this.made}></wvw-shown-once>` : nothing}
        <ul>
          ${this.tokens?.map((token) => this.#token(token))}
        </ul>
        <form novalidate @submit=${this.#make}>
          <vaadin-text-field
            name="name"
            .label=${t('name')}
            .helperText=${t('nameHelp')}
            autocomplete="off"
            .errorMessage=${name.text}
            .invalid=${name.is}
          ></vaadin-text-field>
          <fieldset class="row">
            <legend>${t('scopes')}</legend>
            ${scopes.map(
              (scope) => html`<label class="row">
                <input type="checkbox" value=${scope} .checked=${scope === 'read'} />${t(scope)}
              </label>`,
            )}
          </fieldset>
          <label class="ends"
            >${t('lifetime')}<select>
              ${[7, 30, 90, 365].map(
                (n) => html`<option value=${n} ?selected=${n === 90}>${n === 365 ? t('year') : t('days', { n })}</option>`,
              )}
            </select></label
          >
          <button class="button" aria-busy=${this.busy ? 'true' : 'false'}>${t('make')}</button>
        </form>`,
      t('refused'),
    );
  }

  #token({ id, name, scopes, expires_at, last_used_at }) {
    return html`<li>
      <div>
        <strong>${name}</strong> ${scopes.map((scope) => html`<span class="tag">${t(scope)}</span> `)}
        <div class="muted small">
          ${last_used_at ? t('used', { when: relative(last_used_at) }) : t('never')} ·
          <span title=${dateTime(expires_at)}>${t('ends', { when: relative(expires_at) })}</span>
        </div>
      </div>
      <button class="button" @click=${() => this.#revoke(id, name)}>
        ${t('revoke')}<span class="visually-hidden">: ${name}</span
      ></button>
    </li>`;
  }

  async #make(event) {
    event.preventDefault();
    const form = event.target;
    const { name } = this.values(form);
    const scopes = [...form.querySelectorAll('input:checked')].map((box) => box.value);
    const days = Number(form.querySelector('select').value);
    // A minute less than a year: the clock of this device may be ahead of the server's.
    const expires_at = new Date(Date.now() + days * DAY - 60_000).toISOString();
    await this.attempt(async () => {
      this.made = (await api.post('users/me/tokens', { name, scopes, expires_at })).token;
      form.querySelector('[name=name]').value = '';
      await this.#load();
    });
  }

  async #revoke(id, name) {
    const sure = await confirm({
      heading: t('revokeHeading', { name }),
      text: t('revokeText'),
      action: t('revoke'),
    });
    if (!sure) return;
    this.made = null;
    const done = await this.attempt(async () => {
      await api.delete(`users/me/tokens/${id}`);
      await this.#load();
    });
    if (done) toast(t('revoked'));
  }
}

customElements.define('wvw-account-tokens', AccountTokens);

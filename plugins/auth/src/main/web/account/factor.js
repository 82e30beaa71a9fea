import { css, html, nothing } from 'lit';
import { api, toast, words } from 'wvw/ui';
import { currentPassword, factorCode } from './field.js';
import './once.js';
import { Section } from './section.js';

const t = words({
  heading: ['Second factor', 'Second facteur'],
  lead: [
    'With it, nobody signs in with your password alone: an app on your phone shows a code that changes every 30 seconds.',
    'Avec lui, personne ne se connecte avec votre seul mot de passe : une application sur votre téléphone affiche un code qui change toutes les 30 secondes.',
  ],
  on: ['On', 'Activé'],
  left: ['{n} recovery code is left|{n} recovery codes are left', 'il reste {n} code de récupération|il reste {n} codes de récupération'],
  begin: ['Set it up', 'L’activer'],
  scan: [
    'Scan this with an authenticator app, then type the code that it shows.',
    'Scannez ceci avec une application d’authentification, puis saisissez le code affiché.',
  ],
  typed: ['Or type this into the app:', 'Ou saisissez ceci dans l’application :'],
  confirm: ['Turn it on', 'Activer'],
  codes: [
    'The second factor is on. Each of these recovery codes signs you in once, when the phone is not at hand.',
    'Le second facteur est activé. Chacun de ces codes vous connecte une fois, quand le téléphone n’est pas là.',
  ],
  newCodes: ['New recovery codes', 'Nouveaux codes de récupération'],
  remove: ['Turn it off', 'Désactiver'],
  removed: ['The second factor is off', 'Le second facteur est désactivé'],
  refused: ['Nothing was changed', 'Rien n’a été modifié'],
  code: ['The six digits that the app shows now.', 'Les six chiffres que l’application affiche maintenant.'],
});

/** Enrolling an authenticator app, new recovery codes, and turning it off. */
class AccountFactor extends Section {
  static properties = { state: { state: true }, enrolment: { state: true }, codes: { state: true } };

  static styles = [
    Section.styles,
    css`
      .picture {
        width: 200px;
        padding: 10px;
        border-radius: var(--wvw-radius-m);
        background: #fff;
      }
      .picture svg {
        display: block;
        width: 100%;
        height: auto;
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.attempt(() => this.#load());
  }

  async #load() {
    this.state = await api.get('auth/totp');
  }

  render() {
    return this.card(t('heading'), t('lead'), this.#content(), t('refused'));
  }

  #content() {
    if (this.enrolment) return this.#enrolling();
    if (!this.state) return this.problem ? nothing : html`<wvw-skeleton lines="2"></wvw-skeleton>`;
    if (!this.state.on) {
      return html`<form novalidate @submit=${this.#begin}>
        ${currentPassword(this.problem)}
        <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${t('begin')}</button>
      </form>`;
    }
    const n = this.state.recovery_codes_left;
    return html`<p class="lead"><span class="tag good">${t('on')}</span> ${t('left', { n })}</p>
      ${this.codes
        ? html`<p>${t('codes')}</p>
            <wvw-shown-once .text=${this.codes}></wvw-shown-once>`
        : nothing}
      <form novalidate @submit=${this.#prove}>
        ${currentPassword(this.problem)} ${factorCode(this.problem)}
        <div class="row">
          <button class="button" value="codes" aria-busy=${this.busy ? 'true' : 'false'}>${t('newCodes')}</button>
          <button class="button" value="remove" aria-busy=${this.busy ? 'true' : 'false'}>${t('remove')}</button>
        </div>
      </form>`;
  }

  #enrolling() {
    const { secret, qr_code } = this.enrolment;
    return html`<form novalidate @submit=${this.#confirm}>
      <p>${t('scan')}</p>
      <div class="picture">${picture(qr_code)}</div>
      <p class="small">${t('typed')} <code>${secret}</code></p>
      ${factorCode(this.problem, t('code'))}
      <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${t('confirm')}</button>
    </form>`;
  }

  #begin(event) {
    event.preventDefault();
    const current_password = event.target.querySelector('[name=current_password]').value;
    this.attempt(async () => {
      this.enrolment = await api.post('auth/totp', { current_password });
    });
  }

  #confirm(event) {
    event.preventDefault();
    const { code } = this.values(event.target);
    this.attempt(async () => {
      this.#told(await api.post('auth/totp/confirm', { code }));
      await this.#load();
    });
  }

  #prove(event) {
    event.preventDefault();
    const proof = {
      current_password: event.target.querySelector('[name=current_password]').value,
      code: this.values(event.target).code,
    };
    const removing = event.submitter?.value === 'remove';
    this.attempt(async () => {
      if (removing) {
        await api.delete('auth/totp', { body: proof });
        this.codes = null;
        toast(t('removed'));
      } else {
        this.#told(await api.post('auth/totp/recovery-codes', proof));
      }
      for (const field of event.target.querySelectorAll('[name]')) field.value = '';
      await this.#load();
    });
  }

  #told({ recovery_codes }) {
    this.enrolment = null;
    this.codes = recovery_codes.join('\n');
  }
}

/** The server's drawing, taken in as elements: no inline script or style can come with it. @param {string} svg */
function picture(svg) {
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', 'QR code');
  return document.importNode(drawing, true);
}

customElements.define('wvw-account-factor', AccountFactor);

import { html } from 'lit';
import { words } from 'wvw/ui';
import { Gate } from './gate.js';
import { accountFields } from './new-account.js';

const t = words({
  heading: ['Join the guild’s console', 'Rejoindre la console de la guilde'],
  text: ['An account keeps your builds and lets your commander count on them.', 'Un compte garde vos builds, et votre commandant peut compter dessus.'],
  make: ['Create my account', 'Créer mon compte'],
  refused: ['The account was not made', 'Le compte n’a pas été créé'],
  have: ['You have one already?', 'Vous en avez déjà un ?'],
  enter: ['Sign in', 'Se connecter'],
  invited: ['You are invited', 'Vous êtes invité'],
  invitedText: ['Choose the name that your guild knows you by, and a password.', 'Choisissez le nom que votre guilde connaît, et un mot de passe.'],
  closed: ['Registration is closed', 'Les inscriptions sont fermées'],
  closedText: ['Ask an administrator of your guild for an account.', 'Demandez un compte à un administrateur de votre guilde.'],
});

/** Making an account of one's own, where the guild allows it or an invitation does: its code stands behind the #. */
export default class RegisterPage extends Gate {
  way = 'register';

  /** @returns {string} empty without an invitation */
  get #invite() {
    return location.pathname === '/join' ? decodeURIComponent(location.hash.slice(1)) : '';
  }

  get more() {
    return this.#invite ? { invite: this.#invite } : {};
  }

  get refusal() {
    return t('refused');
  }

  render() {
    const invited = this.#invite !== '';
    if (this.setup.registration !== 'open' && !invited) {
      return html`<wvw-empty page icon="lock" .heading=${t('closed')} .text=${t('closedText')}>
        <a class="button" href="/sign-in">${t('enter')}</a>
      </wvw-empty>`;
    }
    return this.frame({
      heading: t(invited ? 'invited' : 'heading'),
      text: t(invited ? 'invitedText' : 'text'),
      form: html`${accountFields(this.problem)}
        <button class="button primary wide" aria-busy=${this.busy ? 'true' : 'false'}>${t('make')}</button>`,
      other: html`<p class="other muted small">${t('have')} <a href="/sign-in">${t('enter')}</a></p>`,
    });
  }
}

customElements.define('wvw-register-page', RegisterPage);

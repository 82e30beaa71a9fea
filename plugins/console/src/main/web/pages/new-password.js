import { html } from 'lit';
import { api, navigate, toast, words } from 'wvw/ui';
import { Gate } from './gate.js';
import { newPassword } from './new-account.js';

const t = words({
  heading: ['Choose a new password', 'Choisissez un nouveau mot de passe'],
  text: [
    'It takes the place of the old one, and ends all your sessions. Then you sign in with it.',
    'Il remplace l’ancien et met fin à toutes vos sessions. Vous vous connectez ensuite avec lui.',
  ],
  set: ['Set the password', 'Définir le mot de passe'],
  done: ['Your new password is set: sign in with it', 'Votre nouveau mot de passe est défini : connectez-vous avec lui'],
  refused: ['The password was not changed', 'Le mot de passe n’a pas été changé'],
  none: ['This link is not whole', 'Ce lien est incomplet'],
  noneText: [
    'Open it as the administrator gave it to you, with everything behind the #.',
    'Ouvrez-le tel que l’administrateur vous l’a donné, avec tout ce qui suit le #.',
  ],
  enter: ['Sign in', 'Se connecter'],
});

/** A new password in place of a lost one, by a link of an administrator: its code stands behind the #. */
export default class NewPasswordPage extends Gate {
  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#another);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#another);
  }

  /** A better link was put into the address of this page. */
  #another = () => {
    this.problem = null;
    this.requestUpdate();
  };

  /** @returns {string} empty without one */
  get #code() {
    return location.hash.slice(1);
  }

  get more() {
    return { code: this.#code };
  }

  get refusal() {
    return t('refused');
  }

  async send(fields) {
    await api.post('auth/password', fields, { plain: true });
    toast(t('done'));
    navigate('/sign-in', { replace: true });
  }

  render() {
    if (!this.#code) {
      return html`<wvw-empty page icon="lock" .heading=${t('none')} .text=${t('noneText')}>
        <a class="button" href="/sign-in">${t('enter')}</a>
      </wvw-empty>`;
    }
    return this.frame({
      heading: t('heading'),
      text: t('text'),
      form: html`${newPassword(this.problem, true)}
        <button class="button primary wide" aria-busy=${this.busy ? 'true' : 'false'}>${t('set')}</button>`,
    });
  }
}

customElements.define('wvw-new-password-page', NewPasswordPage);

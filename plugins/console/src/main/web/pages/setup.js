import { html } from 'lit';
import { fieldError, words } from 'wvw/ui';
import { Gate } from './gate.js';
import { accountFields } from './new-account.js';

const t = words({
  heading: ['Your server is running', 'Votre serveur tourne'],
  text: ['One step is left: make yourself its first administrator.', 'Plus qu’une étape : devenez son premier administrateur.'],
  token: ['Setup token', 'Jeton d’installation'],
  tokenHelp: ['Printed in the terminal where you started the server.', 'Affiché dans le terminal où vous avez lancé le serveur.'],
  make: ['Create the administrator', 'Créer l’administrateur'],
  refused: ['The administrator was not made', 'L’administrateur n’a pas été créé'],
  done: ['This server has its administrator', 'Ce serveur a son administrateur'],
  doneText: ['The setup is done: sign in with your account.', 'L’installation est terminée : connectez-vous.'],
  enter: ['Sign in', 'Se connecter'],
});

/** The first administrator, by the one-time token that the server printed. */
export default class SetupPage extends Gate {
  way = 'setup';

  get refusal() {
    return t('refused');
  }

  render() {
    if (!this.setup.required) {
      return html`<wvw-empty page icon="check" .heading=${t('done')} .text=${t('doneText')}>
        <a class="button primary" href="/sign-in">${t('enter')}</a>
      </wvw-empty>`;
    }
    return this.frame({
      heading: t('heading'),
      text: t('text'),
      form: html`<wvw-gate-field
          name="token"
          .label=${t('token')}
          .help=${t('tokenHelp')}
          autocomplete="off"
          first
          .error=${fieldError(this.problem, 'token')}
        ></wvw-gate-field>
        ${accountFields(this.problem)}
        <button class="button primary wide" aria-busy=${this.busy ? 'true' : 'false'}>${t('make')}</button>`,
    });
  }
}

customElements.define('wvw-setup-page', SetupPage);

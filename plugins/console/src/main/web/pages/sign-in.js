import { html } from 'lit';
import '@vaadin/password-field';
import { fieldError, words } from 'wvw/ui';
import { Gate } from './gate.js';

const t = words({
  heading: ['Welcome back', 'Content de vous revoir'],
  text: ['Sign in to reach your builds and your guild’s.', 'Connectez-vous pour retrouver vos builds et ceux de la guilde.'],
  name: ['E-mail or username', 'E-mail ou nom d’utilisateur'],
  password: ['Password', 'Mot de passe'],
  enter: ['Sign in', 'Se connecter'],
  refused: ['You are not signed in', 'Vous n’êtes pas connecté'],
  none: ['No account yet?', 'Pas encore de compte ?'],
  register: ['Create one', 'En créer un'],
  ask: ['Accounts are given by your guild’s administrators.', 'Les comptes sont créés par les administrateurs de votre guilde.'],
});

/** Signing in. */
export default class SignInPage extends Gate {
  way = 'login';

  get refusal() {
    return t('refused');
  }

  render() {
    return this.frame({
      heading: t('heading'),
      text: t('text'),
      form: html`
        <vaadin-text-field
          name="username"
          .label=${t('name')}
          autocomplete="username"
          autocapitalize="none"
          autofocus
          .errorMessage=${fieldError(this.problem, 'username')}
          .invalid=${Boolean(fieldError(this.problem, 'username'))}
        ></vaadin-text-field>
        <vaadin-password-field
          name="password"
          .label=${t('password')}
          autocomplete="current-password"
          .errorMessage=${fieldError(this.problem, 'password')}
          .invalid=${Boolean(fieldError(this.problem, 'password'))}
        ></vaadin-password-field>
        <button class="button primary wide" aria-busy=${this.busy ? 'true' : 'false'}>${t('enter')}</button>
      `,
      other: html`<p class="other muted small">
        ${this.setup.registration === 'open' ? html`${t('none')} <a href="/register">${t('register')}</a>` : t('ask')}
      </p>`,
    });
  }
}

customElements.define('wvw-sign-in-page', SignInPage);

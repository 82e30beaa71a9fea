import { html, nothing } from 'lit';
import { api, fieldError, session, words } from 'wvw/ui';
import { Gate } from './gate.js';

const t = words({
  heading: ['Welcome back', 'Content de vous revoir'],
  text: ['Sign in to reach your builds and your guild’s.', 'Connectez-vous pour retrouver vos builds et ceux de la guilde.'],
  again: [
    'Sign in again. This page and all that you typed stay as they are.',
    'Reconnectez-vous. Cette page et tout ce que vous avez saisi restent tels quels.',
  ],
  name: ['E-mail or username', 'E-mail ou nom d’utilisateur'],
  password: ['Password', 'Mot de passe'],
  enter: ['Sign in', 'Se connecter'],
  refused: ['You are not signed in', 'Vous n’êtes pas connecté'],
  none: ['No account yet?', 'Pas encore de compte ?'],
  register: ['Create one', 'En créer un'],
  ask: ['Accounts are given by your guild’s administrators.', 'Les comptes sont créés par les administrateurs de votre guilde.'],
  lost: [
    'Lost your password? An administrator can make you a link for a new one.',
    'Mot de passe oublié ? Un administrateur peut vous faire un lien pour en choisir un nouveau.',
  ],
  nobody: ['Is there no administrator but you?', 'Pas d’administrateur à part vous ?'],
  nobodyText: [
    'Whoever runs this server sets a new one, with {command}.',
    'Qui tient ce serveur en met un nouveau, avec {command}.',
  ],
  factorHeading: ['One more step', 'Encore une étape'],
  factorText: ['Type the code that your authenticator app shows.', 'Saisissez le code de votre application d’authentification.'],
  code: ['Code', 'Code'],
  codeHelp: ['Six digits, or one of your recovery codes.', 'Six chiffres, ou l’un de vos codes de récupération.'],
  back: ['Start again', 'Recommencer'],
  with: ['Sign in with {label}', 'Se connecter avec {label}'],
});

/** What went wrong at the provider, by the code in the address. */
const failures = words({
  'openid-state': ['This sign-in took too long or was begun elsewhere: try again.', 'Cette connexion a pris trop de temps ou a commencé ailleurs : réessayez.'],
  'openid-denied': ['The provider did not let you in.', 'Le fournisseur ne vous a pas laissé entrer.'],
  'openid-provider': ['The provider does not answer: try again later.', 'Le fournisseur ne répond pas : réessayez plus tard.'],
  'openid-token': ['The provider’s answer cannot be trusted: tell an administrator.', 'La réponse du fournisseur n’est pas fiable : prévenez un administrateur.'],
  'openid-unknown': ['No account is linked to this identity: sign in with your password, then link it on your account page.', 'Aucun compte n’est lié à cette identité : connectez-vous avec votre mot de passe, puis liez-la dans votre compte.'],
  'openid-taken': ['Somebody else’s account is linked to this identity.', 'Le compte de quelqu’un d’autre est lié à cette identité.'],
  'openid-disabled': ['This account was disabled: ask an administrator of your guild.', 'Ce compte a été désactivé : adressez-vous à un administrateur de votre guilde.'],
  'openid-session': ['Your session ended meanwhile: sign in, then link the identity again.', 'Votre session s’est terminée entre-temps : connectez-vous, puis liez l’identité à nouveau.'],
});

const FAILURES = ['state', 'denied', 'provider', 'token', 'unknown', 'taken', 'disabled', 'session'].map((end) => `openid-${end}`);

/** Signing in: a password or a provider, and a code where a second factor is on. */
export default class SignInPage extends Gate {
  static properties = { challenge: { state: true }, providers: { state: true } };

  constructor() {
    super();
    this.providers = [];
    /** Whose session ended: he need not type his name again. */
    this.known = session.user?.username ?? '';
    // The provider's way leaves its challenge in a cookie.
    this.challenge = location.hash === '#second-factor' ? {} : null;
    this.failure = FAILURES.find((code) => location.hash === `#error=${code}`);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#askProviders();
  }

  async #askProviders() {
    // Without them there is still the password.
    this.providers = (await api.get('auth/openid', { plain: true }).catch(() => ({ items: [] }))).items;
  }

  get way() {
    return this.challenge ? 'login/second-factor' : 'login';
  }

  get refusal() {
    return t('refused');
  }

  /** The password was right: the next form asks for the code. */
  refused(problem) {
    if (problem.type.endsWith('second-factor-required')) {
      this.challenge = { challenge: problem.body.challenge };
      return true;
    }
    if (problem.type.endsWith('challenge-ended')) this.challenge = null;
    return false;
  }

  get more() {
    return this.challenge ?? {};
  }

  render() {
    return this.challenge ? this.#factor() : this.#password();
  }

  #password() {
    return this.frame({
      heading: t('heading'),
      text: t(this.over ? 'again' : 'text'),
      form: html`
        ${this.failure ? html`<div class="note bad" role="alert">${failures(this.failure)}</div>` : nothing}
        <wvw-gate-field
          name="username"
          .label=${t('name')}
          autocomplete="username"
          ?first=${!this.over}
          .initial=${this.known}
          .error=${fieldError(this.problem, 'username')}
        ></wvw-gate-field>
        <wvw-gate-field
          name="password"
          type="password"
          .label=${t('password')}
          autocomplete="current-password"
          ?first=${this.over}
          .error=${fieldError(this.problem, 'password')}
        ></wvw-gate-field>
        <button class="button primary wide" aria-busy=${this.busy ? 'true' : 'false'}>${t('enter')}</button>
        ${this.providers.map(
          ({ name, label }) =>
            html`<a
              class="button wide"
              href="/api/v1/auth/openid/${name}/start"
              target=${this.over ? '_blank' : nothing}
              @click=${() => session.expect()}
              >${t('with', { label })}</a
            >`,
        )}
      `,
      other: this.over
        ? nothing
        : html`<p class="other muted small">
              ${this.setup.registration === 'open' ? html`${t('none')} <a href="/register">${t('register')}</a>` : t('ask')}
            </p>
            <p class="other muted small">${t('lost')}</p>
            <details class="other muted small">
              <summary>${t('nobody')}</summary>
              ${t('nobodyText', { command: 'gw2 user passwd' })}
            </details>`,
    });
  }

  #factor() {
    return this.frame({
      heading: t('factorHeading'),
      text: t('factorText'),
      form: html`
        <wvw-gate-field
          name="code"
          .label=${t('code')}
          .help=${t('codeHelp')}
          autocomplete="one-time-code"
          inputmode="numeric"
          first
          .error=${fieldError(this.problem, 'code')}
        ></wvw-gate-field>
        <button class="button primary wide" aria-busy=${this.busy ? 'true' : 'false'}>${t('enter')}</button>
      `,
      other: html`<p class="other small">
        <button class="button quiet" @click=${() => (this.challenge = null)}>${t('back')}</button>
      </p>`,
    });
  }
}

customElements.define('wvw-sign-in-page', SignInPage);

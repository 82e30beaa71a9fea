import { html } from 'lit';
import '@vaadin/email-field';
import '@vaadin/password-field';
import '@vaadin/text-field';
import { fieldError, words } from 'wvw/ui';

const t = words({
  email: ['E-mail', 'E-mail'],
  username: ['Username', 'Nom d’utilisateur'],
  usernameHelp: ['What the guild calls you: 3 to 32 letters, digits, . - _', 'Votre nom dans la guilde : 3 à 32 lettres, chiffres, . - _'],
  password: ['Password', 'Mot de passe'],
  passwordHelp: ['At least 12 characters; a few words make a good one.', '12 caractères au moins ; quelques mots font l’affaire.'],
});

/** The fields that every new account needs. @param {any} problem */
export function accountFields(problem) {
  const error = (name) => fieldError(problem, name);
  return html`
    <vaadin-email-field
      name="email"
      .label=${t('email')}
      autocomplete="email"
      .errorMessage=${error('email')}
      .invalid=${Boolean(error('email'))}
    ></vaadin-email-field>
    <vaadin-text-field
      name="username"
      .label=${t('username')}
      .helperText=${t('usernameHelp')}
      autocomplete="username"
      autocapitalize="none"
      .errorMessage=${error('username')}
      .invalid=${Boolean(error('username'))}
    ></vaadin-text-field>
    <vaadin-password-field
      name="password"
      .label=${t('password')}
      .helperText=${t('passwordHelp')}
      autocomplete="new-password"
      .errorMessage=${error('password')}
      .invalid=${Boolean(error('password'))}
    ></vaadin-password-field>
  `;
}

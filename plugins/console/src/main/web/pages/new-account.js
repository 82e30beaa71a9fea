import { html } from 'lit';
import { fieldError, words } from 'wvw/ui';

const t = words({
  email: ['E-mail', 'E-mail'],
  username: ['Username', 'Nom d’utilisateur'],
  usernameHelp: ['What the guild calls you: 3 to 32 letters, digits, . - _', 'Votre nom dans la guilde : 3 à 32 lettres, chiffres, . - _'],
  password: ['Password', 'Mot de passe'],
  newPassword: ['New password', 'Nouveau mot de passe'],
  passwordHelp: ['At least 12 characters; a few words make a good one.', '12 caractères au moins ; quelques mots font l’affaire.'],
});

/** @param {any} problem @param {boolean} [fresh] in place of an old one */
export function newPassword(problem, fresh = false) {
  const name = fresh ? 'new_password' : 'password';
  return html`<wvw-gate-field
    name=${name}
    type="password"
    .label=${t(fresh ? 'newPassword' : 'password')}
    .help=${t('passwordHelp')}
    autocomplete="new-password"
    ?first=${fresh}
    .error=${fieldError(problem, name)}
  ></wvw-gate-field>`;
}

/** The fields that every new account needs. @param {any} problem */
export function accountFields(problem) {
  const error = (name) => fieldError(problem, name);
  return html`
    <wvw-gate-field
      name="email"
      type="email"
      .label=${t('email')}
      autocomplete="email"
      .error=${error('email')}
    ></wvw-gate-field>
    <wvw-gate-field
      name="username"
      .label=${t('username')}
      .help=${t('usernameHelp')}
      autocomplete="username"
      .error=${error('username')}
    ></wvw-gate-field>
    ${newPassword(problem)}
  `;
}

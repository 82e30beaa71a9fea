import { html } from 'lit';
import '@vaadin/email-field';
import '@vaadin/password-field';
import '@vaadin/text-field';
import { fieldError, words } from 'wvw/ui';

const t = words({
  current: ['Current password', 'Mot de passe actuel'],
  code: ['Code of the app', 'Code de l’application'],
  codeHelp: ['Six digits, or a recovery code.', 'Six chiffres, ou un code de récupération.'],
});

/** What every field of a form that may be refused has in common. @param {any} problem @param {string} name */
export function wrong(problem, name) {
  const text = fieldError(problem, name);
  return { text, is: Boolean(text) };
}

/** The proof that whoever sits here is whose account it is. @param {any} problem */
export function currentPassword(problem) {
  const error = wrong(problem, 'current_password');
  return html`<vaadin-password-field
    name="current_password"
    .label=${t('current')}
    autocomplete="current-password"
    required
    .errorMessage=${error.text}
    .invalid=${error.is}
  ></vaadin-password-field>`;
}

/** A code of the second factor. @param {any} problem @param {string} [help] */
export function factorCode(problem, help = t('codeHelp')) {
  const error = wrong(problem, 'code');
  return html`<vaadin-text-field
    name="code"
    .label=${t('code')}
    .helperText=${help}
    autocomplete="one-time-code"
    inputmode="numeric"
    autocapitalize="none"
    required
    .errorMessage=${error.text}
    .invalid=${error.is}
  ></vaadin-text-field>`;
}

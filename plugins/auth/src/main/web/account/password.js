import { html, nothing } from 'lit';
import { api, session, toast, words } from 'wvw/ui';
import { currentPassword, wrong } from './field.js';
import { Section } from './section.js';

const t = words({
  heading: ['Password', 'Mot de passe'],
  lead: ['A new password ends all your other sessions.', 'Un nouveau mot de passe met fin à toutes vos autres sessions.'],
  fresh: ['New password', 'Nouveau mot de passe'],
  help: ['At least 12 characters; a few words make a good one.', '12 caractères au moins ; quelques mots font l’affaire.'],
  change: ['Change the password', 'Changer le mot de passe'],
  changed: ['The password was changed', 'Le mot de passe a été changé'],
  none: [
    'You sign in with a provider only. Set a password to sign in without it, too, and to change what is guarded by one.',
    'Vous vous connectez seulement par un fournisseur. Définissez un mot de passe pour vous connecter aussi sans lui, et pour changer ce qu’il protège.',
  ],
  first: ['Set a password', 'Définir un mot de passe'],
  refused: ['The password is still the old one', 'Le mot de passe est toujours l’ancien'],
});

/** A new password for the old one, or the first one of who came by a provider. */
class AccountPassword extends Section {
  static properties = { unset: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.attempt(async () => {
      this.unset = !(await api.get('users/me/password')).set;
    });
  }

  render() {
    const fresh = wrong(this.problem, 'new_password');
    return this.card(
      t('heading'),
      t(this.unset ? 'none' : 'lead'),
      html`<form novalidate @submit=${this.#save}>
        <input type="text" hidden autocomplete="username" .value=${session.user?.username ?? ''} />
        ${this.unset ? nothing : currentPassword(this.problem)}
        <vaadin-password-field
          name="new_password"
          .label=${t('fresh')}
          .helperText=${t('help')}
          autocomplete="new-password"
          .errorMessage=${fresh.text}
          .invalid=${fresh.is}
        ></vaadin-password-field>
        <button class="button" aria-busy=${this.busy ? 'true' : 'false'}>${t(this.unset ? 'first' : 'change')}</button>
      </form>`,
      t('refused'),
    );
  }

  async #save(event) {
    event.preventDefault();
    const fields = [...event.target.querySelectorAll('vaadin-password-field')];
    // Passwords are taken as they are: a blank at the end is part of one.
    const body = Object.fromEntries(fields.map((field) => [field.getAttribute('name'), field.value]));
    if (!(await this.attempt(() => api.put('users/me/password', body)))) return;
    for (const field of fields) field.value = '';
    this.unset = false;
    toast(t('changed'));
  }
}

customElements.define('wvw-account-password', AccountPassword);

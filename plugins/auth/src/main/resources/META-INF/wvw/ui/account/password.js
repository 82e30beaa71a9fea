import { html } from 'lit';
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
  refused: ['The password is still the old one', 'Le mot de passe est toujours l’ancien'],
});

/** A new password for the old one. */
class AccountPassword extends Section {
  render() {
    const fresh = wrong(this.problem, 'new_password');
    return this.card(
      t('heading'),
      t('lead'),
      html`<form novalidate @submit=${this.#save}>
        <input type="text" hidden autocomplete="username" .value=${session.user?.username ?? ''} />
        ${currentPassword(this.problem)}
        <vaadin-password-field
          name="new_password"
          .label=${t('fresh')}
          .helperText=${t('help')}
          autocomplete="new-password"
          .errorMessage=${fresh.text}
          .invalid=${fresh.is}
        ></vaadin-password-field>
        <button class="button" aria-busy=${this.busy ? 'true' : 'false'}>${t('change')}</button>
      </form>`,
      t('refused'),
    );
  }

  async #save(event) {
    event.preventDefault();
    const form = event.target;
    const [current, fresh] = form.querySelectorAll('vaadin-password-field');
    // Passwords are taken as they are: a blank at the end is part of one.
    const body = { current_password: current.value, new_password: fresh.value };
    if (!(await this.attempt(() => api.put('users/me/password', body)))) return;
    current.value = fresh.value = '';
    toast(t('changed'));
  }
}

customElements.define('wvw-account-password', AccountPassword);

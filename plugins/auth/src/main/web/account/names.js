import { html, nothing } from 'lit';
import { api, renew, session, toast, words } from 'wvw/ui';
import { currentPassword, wrong } from './field.js';
import { Section } from './section.js';

const t = words({
  heading: ['Name and e-mail', 'Nom et e-mail'],
  username: ['Username', 'Nom d’utilisateur'],
  email: ['E-mail', 'E-mail'],
  save: ['Save', 'Enregistrer'],
  saved: ['Saved', 'Enregistré'],
  refused: ['Nothing was changed', 'Rien n’a été modifié'],
});

/** The names that a person signs in with. A new address needs the password: it is a way into the account. */
class AccountNames extends Section {
  static properties = { moved: { state: true } };

  render() {
    const { user } = session;
    if (!user) return nothing;
    const username = wrong(this.problem, 'username');
    const email = wrong(this.problem, 'email');
    return this.card(
      t('heading'),
      '',
      html`<form novalidate @submit=${this.#save}>
        <vaadin-text-field
          name="username"
          .label=${t('username')}
          .value=${user.username}
          autocomplete="username"
          autocapitalize="none"
          .errorMessage=${username.text}
          .invalid=${username.is}
        ></vaadin-text-field>
        <vaadin-email-field
          name="email"
          .label=${t('email')}
          .value=${user.email}
          autocomplete="email"
          @input=${(event) => (this.moved = event.target.value.trim() !== user.email)}
          .errorMessage=${email.text}
          .invalid=${email.is}
        ></vaadin-email-field>
        ${this.moved ? currentPassword(this.problem) : nothing}
        <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${t('save')}</button>
      </form>`,
      t('refused'),
    );
  }

  async #save(event) {
    event.preventDefault();
    const { username, email, current_password } = this.values(event.target);
    const change = { username, ...(email === session.user.email ? {} : { email, current_password }) };
    const done = await this.attempt(() => api.patch('users/me', change));
    if (!done) return;
    this.moved = false;
    // The names are changed; where they are shown they change with the next renewal at the latest.
    await renew().catch(() => false);
    toast(t('saved'));
  }
}

customElements.define('wvw-account-names', AccountNames);

import { html, nothing } from 'lit';
import { api, navigate, session, toast, words } from 'wvw/ui';
import { currentPassword } from './field.js';
import { Section } from './section.js';

const t = words({
  heading: ['Your data', 'Vos données'],
  lead: [
    'Everything that this server keeps about you, as one JSON file; or the end of your account with all that belongs to it.',
    'Tout ce que ce serveur garde sur vous, dans un fichier JSON ; ou la fin de votre compte avec tout ce qui lui appartient.',
  ],
  export: ['Download my data', 'Télécharger mes données'],
  remove: ['Delete my account', 'Supprimer mon compte'],
  sure: ['Delete your account?', 'Supprimer votre compte ?'],
  sureText: [
    'Your account and everything that belongs to it is deleted at once. This cannot be undone.',
    'Votre compte et tout ce qui lui appartient sont supprimés aussitôt. C’est définitif.',
  ],
  gone: ['Your account was deleted', 'Votre compte est supprimé'],
  refused: ['Your account is still there', 'Votre compte est toujours là'],
});

/** Taking one's data along, and leaving. */
class AccountLeave extends Section {
  static properties = { asking: { state: true } };

  render() {
    return this.card(
      t('heading'),
      t('lead'),
      html`<div class="row">
          <button class="button" @click=${this.#export}>${t('export')}</button>
          <button class="button" @click=${this.#ask}>${t('remove')}</button>
        </div>
        ${this.asking
          ? html`<wvw-dialog .heading=${t('sure')} @closed=${() => (this.asking = false)}>
              <p>${t('sureText')}</p>
              ${this.problem
                ? html`<wvw-problem final .problem=${this.problem} .heading=${t('refused')}></wvw-problem>`
                : nothing}
              <form novalidate @submit=${this.#remove}>
                ${currentPassword(this.problem)}
                <button class="button danger" aria-busy=${this.busy ? 'true' : 'false'}>${t('remove')}</button>
              </form>
            </wvw-dialog>`
          : nothing}`,
      t('refused'),
    );
  }

  async #ask() {
    this.problem = null;
    this.asking = true;
    await this.updateComplete;
    this.renderRoot.querySelector('wvw-dialog').open();
  }

  #export() {
    this.attempt(async () => {
      const data = await api.get('users/me/export');
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
      link.download = `wvw-builder-${session.user.username}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  async #remove(event) {
    event.preventDefault();
    const current_password = event.target.querySelector('[name=current_password]').value;
    if (!(await this.attempt(() => api.delete('users/me', { body: { current_password } })))) return;
    session.end();
    navigate('/');
    toast(t('gone'));
  }
}

customElements.define('wvw-account-leave', AccountLeave);

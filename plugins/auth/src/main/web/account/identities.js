import { html, nothing } from 'lit';
import { api, dateTime, relative, toast, words } from 'wvw/ui';
import { Section } from './section.js';

const t = words({
  heading: ['Sign-in with a provider', 'Connexion par un fournisseur'],
  lead: ['Once linked, it signs you in without your password here.', 'Une fois lié, il vous connecte sans votre mot de passe d’ici.'],
  link: ['Link {label}', 'Lier {label}'],
  unlink: ['Unlink', 'Délier'],
  unlinked: ['It was unlinked', 'C’est délié'],
  used: ['used {when}', 'utilisé {when}'],
  refused: ['Nothing was changed', 'Rien n’a été modifié'],
});

/** The providers that the account is linked to. Nothing where the operator set none up. */
class AccountIdentities extends Section {
  static properties = { providers: { state: true }, links: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.attempt(() => this.#load());
  }

  async #load() {
    const [providers, links] = await Promise.all([api.get('auth/openid'), api.get('users/me/identities')]);
    this.providers = providers.items;
    this.links = links.items;
  }

  render() {
    this.hidden = !this.problem && !this.providers?.length && !this.links?.length;
    if (this.hidden) return nothing;
    const free = (this.providers ?? []).filter(({ name }) => !this.links.some(({ provider }) => provider === name));
    return this.card(
      t('heading'),
      t('lead'),
      html`<ul>
          ${this.links?.map((link) => this.#linked(link))}
        </ul>
        <div class="row">
          ${free.map(
            ({ name, label }) =>
              html`<button class="button" @click=${() => this.#link(name)}>${t('link', { label })}</button>`,
          )}
        </div>`,
      t('refused'),
    );
  }

  #linked({ id, provider, label, last_used_at }) {
    return html`<li>
      <div>
        <strong>${this.providers.find(({ name }) => name === provider)?.label ?? provider}</strong> ${label}
        <div class="muted small" title=${dateTime(last_used_at)}>${t('used', { when: relative(last_used_at) })}</div>
      </div>
      <button class="button" @click=${() => this.#unlink(id)}>
        ${t('unlink')}<span class="visually-hidden">: ${provider}</span
      ></button>
    </li>`;
  }

  #link(name) {
    this.attempt(async () => {
      location.assign((await api.post(`auth/openid/${name}/link`)).address);
    });
  }

  async #unlink(id) {
    const done = await this.attempt(async () => {
      await api.delete(`users/me/identities/${id}`);
      await this.#load();
    });
    if (done) toast(t('unlinked'));
  }
}

customElements.define('wvw-account-identities', AccountIdentities);

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { PagedList, api, confirm, dateTime, relative, session, words } from 'wvw/ui';
import { roleName, roles } from './roles.js';
import { rows } from './rows.js';

const t = words({
  search: ['Search by name or e-mail', 'Chercher par nom ou e-mail'],
  none: ['Nobody found', 'Personne'],
  noneText: ['No account has this in its name or e-mail.', 'Aucun compte n’a cela dans son nom ou son e-mail.'],
  role: ['Role of {name}', 'Rôle de {name}'],
  you: ['you', 'vous'],
  off: ['disabled', 'désactivé'],
  last: ['signed in {when}', 'connecté {when}'],
  never: ['never signed in', 'jamais connecté'],
  more: ['More for {name}', 'Plus pour {name}'],
  disable: ['Disable', 'Désactiver'],
  enable: ['Enable', 'Réactiver'],
  unlock: ['Unlock', 'Déverrouiller'],
  signOut: ['Sign out everywhere', 'Déconnecter partout'],
  factor: ['Turn the second factor off', 'Retirer le second facteur'],
  remove: ['Delete', 'Supprimer'],
  done: ['Done', 'C’est fait'],
  removeHeading: ['Delete {name}?', 'Supprimer {name} ?'],
  removeText: [
    'The account and everything that belongs to it is deleted at once. This cannot be undone.',
    'Le compte et tout ce qui lui appartient sont supprimés aussitôt. C’est définitif.',
  ],
});

/** Everybody's accounts. */
class PeopleAccounts extends PagedList {
  static properties = { q: { state: true }, open: { state: true } };
  static styles = rows;

  constructor() {
    super();
    this.q = '';
  }

  get source() {
    return `users?q=${encodeURIComponent(this.q)}`;
  }

  render() {
    return html`<label
        >${t('search')}<input type="search" .value=${this.q} @input=${this.#search} autocomplete="off"
      /></label>
      ${this.frame(
        html`<wvw-empty icon="users" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`,
        html`<ul class="card">
          ${repeat(
            this.items ?? [],
            ({ id }) => id,
            (user) => this.#row(user),
          )}
        </ul>`,
      )}`;
  }

  #row(user) {
    const { id, username: name, email, role, disabled, last_sign_in_at } = user;
    const self = id === session.user?.id;
    return html`<li>
      <div class="what">
        <strong>${name}</strong> ${self ? html`<span class="tag">${t('you')}</span>` : nothing}
        ${disabled ? html`<span class="tag bad">${t('off')}</span>` : nothing}
        <div class="muted small">${email}</div>
        <div class="muted small" title=${last_sign_in_at ? dateTime(last_sign_in_at) : ''}>
          ${last_sign_in_at ? t('last', { when: relative(last_sign_in_at) }) : t('never')}
        </div>
      </div>
      <select aria-label=${t('role', { name })} ?disabled=${self} @change=${(event) => this.#role(user, event)}>
        ${roles.map((each) => html`<option value=${each} .selected=${live(each === role)}>${roleName(each)}</option>`)}
      </select>
      ${self
        ? nothing
        : html`<button
            class="button quiet icon"
            aria-expanded=${this.open === id ? 'true' : 'false'}
            @click=${() => (this.open = this.open === id ? null : id)}
          >
            <wvw-icon name="down"></wvw-icon><span class="visually-hidden">${t('more', { name })}</span
          ></button>`}
      ${this.open === id ? this.#actions(user) : nothing}
    </li>`;
  }

  #actions(user) {
    const { id, disabled } = user;
    const button = (text, work) =>
      html`<button class="button" @click=${() => this.act(work, t('done'))}>${t(text)}</button>`;
    return html`<div class="row">
      ${button(disabled ? 'enable' : 'disable', () => api.patch(`users/${id}`, { disabled: !disabled }))}
      ${button('unlock', () => api.post(`users/${id}/unlock`))}
      ${button('signOut', () => api.delete(`users/${id}/sessions`))}
      ${button('factor', () => api.delete(`users/${id}/totp`))}
      <button class="button" @click=${() => this.#remove(user)}>${t('remove')}</button>
    </div>`;
  }

  #role(user, event) {
    const role = event.target.value;
    this.act(() => api.patch(`users/${user.id}`, { role }), t('done'));
  }

  async #remove({ id, username: name }) {
    const sure = await confirm({
      heading: t('removeHeading', { name }),
      text: t('removeText'),
      action: t('remove'),
    });
    if (sure) this.act(() => api.delete(`users/${id}`), t('done'));
  }

  #search(event) {
    this.q = event.target.value.trim();
    this.load();
  }
}

customElements.define('wvw-people-accounts', PeopleAccounts);

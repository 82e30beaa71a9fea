import { css, html, nothing } from 'lit';
import { PagedList, api, dateTime, fieldError, relative, words } from 'wvw/ui';
import { linkLook, linkOnce } from './link.js';
import { roleName, roles } from './roles.js';
import { rows } from './rows.js';

const t = words({
  role: ['Role', 'Rôle'],
  email: ['Only for this e-mail (optional)', 'Seulement pour cet e-mail (facultatif)'],
  note: ['Note (optional)', 'Note (facultative)'],
  days: ['Good for days', 'Valable (jours)'],
  make: ['Write an invitation', 'Créer une invitation'],
  once: ['Give this link to the person. It is shown this once, and good for one account.', 'Donnez ce lien à la personne. Il est affiché cette seule fois, et bon pour un compte.'],
  none: ['No open invitations', 'Aucune invitation en cours'],
  noneText: ['An invitation lets one person make an account, with the role that you choose.', 'Une invitation permet à une personne de créer un compte, avec le rôle que vous choisissez.'],
  any: ['for anybody', 'pour n’importe qui'],
  ends: ['ends {when}', 'expire {when}'],
  withdraw: ['Withdraw', 'Retirer'],
  withdrawn: ['The invitation was withdrawn', 'L’invitation est retirée'],
  refused: ['No invitation was written', 'Aucune invitation n’a été créée'],
});

/** Writing invitations, and those that nobody used yet. */
class PeopleInvites extends PagedList {
  static properties = { made: { state: true }, refusal: { state: true }, making: { state: true } };

  static styles = [
    rows,
    linkLook,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--wvw-3);
      }
      [name='expires_in_days'] {
        width: 90px;
      }
      .error {
        color: var(--wvw-bad);
      }
    `,
  ];

  get source() {
    return 'invites';
  }

  render() {
    return html`<form class="card" novalidate @submit=${this.#make}>
        <label
          >${t('role')}<select name="role">
            ${roles.map((role) => html`<option value=${role}>${roleName(role)}</option>`)}
          </select></label
        >
        ${this.#input('email', 'email', t('email'))} ${this.#input('note', 'text', t('note'))}
        ${this.#input('expires_in_days', 'number', t('days'), 7)}
        <button class="button primary" aria-busy=${this.making ? 'true' : 'false'}>${t('make')}</button>
      </form>
      ${this.refusal
        ? html`<wvw-problem final .heading=${t('refused')} .problem=${this.refusal}></wvw-problem>`
        : nothing}
      ${this.made ? linkOnce(t('once'), this.made) : nothing}
      ${this.frame(
        html`<wvw-empty icon="users" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`,
        html`<ul class="card">
          ${this.items?.map((invite) => this.#row(invite))}
        </ul>`,
      )}`;
  }

  #input(name, type, label, value = '') {
    const error = fieldError(this.refusal, name);
    return html`<label
      >${label}<input name=${name} type=${type} .value=${value} autocomplete="off" aria-invalid=${error ? 'true' : 'false'} />
      ${error ? html`<span class="error">${error}</span>` : nothing}</label
    >`;
  }

  #row({ id, role, email, note, expires_at }) {
    return html`<li>
      <div class="what">
        <strong>${note || email || t('any')}</strong> <span class="tag">${roleName(role)}</span>
        <div class="muted small">
          ${email ?? t('any')} · <span title=${dateTime(expires_at)}>${t('ends', { when: relative(expires_at) })}</span>
        </div>
      </div>
      <button class="button" @click=${() => this.act(() => api.delete(`invites/${id}`), t('withdrawn'))}>
        ${t('withdraw')}
      </button>
    </li>`;
  }

  async #make(event) {
    event.preventDefault();
    if (this.making) return;
    const given = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''));
    const wish = { ...given, ...(given.expires_in_days ? { expires_in_days: Number(given.expires_in_days) } : {}) };
    this.refusal = this.made = null;
    this.making = true;
    try {
      const { link } = await api.post('invites', wish);
      this.made = location.origin + link;
      await this.load();
    } catch (problem) {
      this.refusal = problem;
    } finally {
      this.making = false;
    }
  }
}

customElements.define('wvw-people-invites', PeopleInvites);

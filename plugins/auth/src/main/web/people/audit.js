import { css, html, nothing } from 'lit';
import { PagedList, dateTime, words } from 'wvw/ui';
import { rows } from './rows.js';

const t = words({
  action: ['What was done', 'Ce qui a été fait'],
  all: ['Everything', 'Tout'],
  since: ['Since', 'Depuis'],
  none: ['Nothing was noted', 'Rien n’a été noté'],
  noneText: ['Nothing of this kind happened in this time.', 'Rien de tel ne s’est produit pendant ce temps.'],
  operator: ['Operator', 'Opérateur'],
  nobody: ['Somebody', 'Quelqu’un'],
  refused: ['refused', 'refusé'],
});

const actions = words({
  setup: ['Made the first administrator', 'Premier administrateur créé'],
  register: ['Registered', 'Inscription'],
  'sign-in': ['Signed in', 'Connexion'],
  'sign-out': ['Signed out', 'Déconnexion'],
  'session-end': ['Ended a session', 'Session terminée'],
  'token-reuse': ['A used token came again', 'Jeton déjà utilisé'],
  'account-add': ['Added an account', 'Compte ajouté'],
  'account-change': ['Changed an account', 'Compte modifié'],
  'email-change': ['Changed the e-mail', 'E-mail modifié'],
  'password-change': ['Changed the password', 'Mot de passe changé'],
  'factor-on': ['Turned a second factor on', 'Second facteur activé'],
  'factor-off': ['Turned a second factor off', 'Second facteur désactivé'],
  'factor-codes': ['Made new recovery codes', 'Nouveaux codes de récupération'],
  'token-add': ['Made a token for scripts', 'Jeton créé'],
  'token-revoke': ['Revoked a token for scripts', 'Jeton révoqué'],
  'identity-link': ['Linked a provider', 'Fournisseur lié'],
  'identity-unlink': ['Unlinked a provider', 'Fournisseur délié'],
  'role-change': ['Changed a role', 'Rôle modifié'],
  'account-disable': ['Disabled an account', 'Compte désactivé'],
  'account-enable': ['Enabled an account', 'Compte réactivé'],
  'account-unlock': ['Unlocked an account', 'Compte déverrouillé'],
  'account-delete': ['Deleted an account', 'Compte supprimé'],
  export: ['Exported own data', 'Données exportées'],
  'invite-add': ['Wrote an invitation', 'Invitation créée'],
  'invite-withdraw': ['Withdrew an invitation', 'Invitation retirée'],
  'key-rotate': ['Rotated the signing key', 'Clé de signature renouvelée'],
  'key-revoke': ['Revoked a signing key', 'Clé de signature révoquée'],
});

const KNOWN = [
  'sign-in', 'sign-out', 'session-end', 'token-reuse', 'setup', 'register', 'account-add', 'account-change',
  'email-change', 'password-change', 'factor-on', 'factor-off', 'factor-codes', 'token-add', 'token-revoke',
  'identity-link', 'identity-unlink', 'role-change', 'account-disable', 'account-enable', 'account-unlock',
  'account-delete', 'export', 'invite-add', 'invite-withdraw', 'key-rotate', 'key-revoke',
];

/** An action in the reader's language; one that this page does not know yet is shown by its name. */
function actionName(action) {
  return KNOWN.includes(action) ? actions(action) : action;
}

/** Who did what, the newest first. Nobody can change it. */
class PeopleAudit extends PagedList {
  static properties = { action: { state: true }, since: { state: true } };

  static styles = [
    rows,
    css`
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: var(--wvw-3);
      }
      time {
        flex: none;
      }
    `,
  ];

  constructor() {
    super();
    this.action = '';
    this.since = '';
  }

  get source() {
    const query = new URLSearchParams();
    if (this.action) query.set('action', this.action);
    if (this.since) query.set('since', new Date(`${this.since}T00:00`).toISOString());
    return `audit?${query}`;
  }

  render() {
    return html`<div class="filters">
        <label
          >${t('action')}<select @change=${(event) => this.#filter({ action: event.target.value })}>
            <option value="">${t('all')}</option>
            ${KNOWN.map((action) => html`<option value=${action}>${actionName(action)}</option>`)}
          </select></label
        >
        <label
          >${t('since')}<input type="date" @change=${(event) => this.#filter({ since: event.target.value })}
        /></label>
      </div>
      ${this.frame(
        html`<wvw-empty icon="clock" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`,
        html`<ul class="card">
          ${this.items?.map((entry) => this.#row(entry))}
        </ul>`,
      )}`;
  }

  #row({ at, action, outcome, actor, actor_name, subject_name, address, agent, detail }) {
    const who = actor === 'operator' ? t('operator') : actor_name || t('nobody');
    const whom = subject_name && subject_name !== actor_name ? ` → ${subject_name}` : '';
    return html`<li>
      <div class="what">
        <strong>${actionName(action)}</strong>
        ${outcome === 'refused' ? html`<span class="tag bad">${t('refused')}</span>` : nothing}
        <div class="small">${who}${whom}${detail ? html` · ${detail}` : nothing}</div>
        ${address ? html`<div class="muted small" title=${agent}>${address}</div>` : nothing}
      </div>
      <time class="muted small" datetime=${at}>${dateTime(at)}</time>
    </li>`;
  }

  #filter(change) {
    Object.assign(this, change);
    this.load();
  }
}

customElements.define('wvw-people-audit', PeopleAudit);

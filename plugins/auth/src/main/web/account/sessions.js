import { html } from 'lit';
import { api, dateTime, relative, toast, words } from 'wvw/ui';
import { Section } from './section.js';

const t = words({
  heading: ['Where you are signed in', 'Où vous êtes connecté'],
  here: ['this one', 'celle-ci'],
  unknown: ['Another program', 'Un autre programme'],
  used: ['used {when}', 'utilisée {when}'],
  end: ['End', 'Terminer'],
  ended: ['The session was ended', 'La session est terminée'],
  others: ['End all others', 'Terminer toutes les autres'],
  othersEnded: ['All other sessions were ended', 'Toutes les autres sessions sont terminées'],
});

/** The sessions, with the device, the address and the last use of each. */
class AccountSessions extends Section {
  static properties = { sessions: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  #load() {
    return this.attempt(async () => {
      this.sessions = (await api.get('auth/sessions')).items;
    });
  }

  render() {
    if (!this.sessions) return this.card(t('heading'), '', html`<wvw-skeleton lines="3"></wvw-skeleton>`);
    return this.card(
      t('heading'),
      '',
      html`<ul>
          ${this.sessions.map((session) => this.#session(session))}
        </ul>
        ${this.sessions.length > 1
          ? html`<button class="button" @click=${this.#others}>${t('others')}</button>`
          : ''}`,
    );
  }

  #session({ id, device, agent, address, last_used_at, current }) {
    return html`<li>
      <div>
        <strong title=${agent}>${device || agent || t('unknown')}</strong>
        ${current ? html`<span class="tag good">${t('here')}</span>` : ''}
        <div class="muted small">
          ${address} · <span title=${dateTime(last_used_at)}>${t('used', { when: relative(last_used_at) })}</span>
        </div>
      </div>
      ${current
        ? ''
        : html`<button class="button" @click=${() => this.#end(id)}>
            ${t('end')}<span class="visually-hidden">: ${device || agent || t('unknown')}</span
          ></button>`}
    </li>`;
  }

  async #end(id) {
    if (await this.attempt(() => api.delete(`auth/sessions/${id}`))) toast(t('ended'));
    await this.#load();
  }

  async #others() {
    if (await this.attempt(() => api.delete('auth/sessions'))) toast(t('othersEnded'));
    await this.#load();
  }
}

customElements.define('wvw-account-sessions', AccountSessions);

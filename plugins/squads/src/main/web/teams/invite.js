import { css, html, nothing } from 'lit';
import { WvwElement, api, saying, toast } from 'wvw/ui';
import { look } from '../squads/look.js';
import { t } from './words.js';

/** Adds somebody to a team by username. Fires `invited`. */
class TeamInvite extends WvwElement {
  static properties = { id: {}, wrong: { state: true }, busy: { state: true } };

  static styles = [
    look,
    css`
      form {
        display: grid;
        gap: var(--wvw-3);
      }
    `,
  ];

  render() {
    return html`<section class="card">
      <h2>${t('invite')}</h2>
      <form novalidate @submit=${this.#submit}>
        <label class="field"
          >${t('username')}<input
            name="username"
            maxlength="32"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-invalid=${this.wrong ? 'true' : 'false'}
            aria-describedby=${this.wrong ? 'wrong' : nothing}
        /></label>
        ${this.wrong ? html`<p class="wrong" id="wrong" role="alert">${this.wrong}</p>` : nothing}
        <label class="field"
          >${t('role')}
          <select name="role">
            ${['viewer', 'editor', 'owner'].map((role) => html`<option value=${role}>${t('roleHelp', { role: t(role), help: t(`${role}Help`) })}</option>`)}
          </select>
        </label>
        <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${t('send')}</button>
      </form>
    </section>`;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target;
    const { username, role } = Object.fromEntries(new FormData(form));
    this.busy = true;
    this.wrong = '';
    try {
      const added = await api.post(`teams/${this.id}/members`, { username: String(username).trim(), role });
      toast(t('added', { name: added.username ?? username }));
      form.reset();
      this.dispatchEvent(new Event('invited'));
    } catch (problem) {
      this.wrong = problem.field?.('username') ? t('unknown') : saying(problem);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('wvw-team-invite', TeamInvite);

import { css, html, nothing } from 'lit';
import '@vaadin/password-field';
import { WvwElement, api, confirm, dateTime, fail, fieldError, relative, toast, words } from 'wvw/ui';

const t = words({
  heading: ['Key of the game', 'Clé du jeu'],
  lead: [
    'Make a key at the game’s account page, with account, characters and builds. It is exchanged for one that can do only that, and only until a day; your own key is not kept.',
    'Créez une clé sur la page de compte du jeu, avec account, characters et builds. Elle est échangée contre une clé qui ne peut que cela, jusqu’à une date ; la vôtre n’est pas conservée.',
  ],
  page: ['The game’s account page', 'La page de compte du jeu'],
  key: ['Key', 'Clé'],
  give: ['Give the key', 'Donner la clé'],
  again: ['Give a new key', 'Donner une nouvelle clé'],
  remove: ['Remove the key', 'Retirer la clé'],
  removeHeading: ['Remove the key?', 'Retirer la clé ?'],
  removeText: [
    'Builds that came by it stay. To stop the key everywhere, delete it at the game’s account page.',
    'Les builds importés restent. Pour arrêter la clé partout, supprimez-la sur la page de compte du jeu.',
  ],
  removed: ['The key was removed', 'La clé est retirée'],
  given: ['The key of {name} is kept', 'La clé de {name} est gardée'],
  refused: ['The key was not taken', 'La clé n’a pas été prise'],
  good: ['Good', 'Valable'],
  expired: ['Expired', 'Expirée'],
  notAccepted: ['No longer accepted', 'N’est plus acceptée'],
  unreadable: ['Can no longer be read', 'N’est plus lisible'],
  badText: ['Give a new key: this one is no longer good.', 'Donnez une nouvelle clé : celle-ci ne vaut plus rien.'],
  ends: ['ends {when}', 'expire {when}'],
  used: ['used {when}', 'utilisée {when}'],
  never: ['never used', 'jamais utilisée'],
});

const STATES = { good: 'good', expired: 'expired', refused: 'notAccepted', unreadable: 'unreadable' };

/** One's key of the game: given, looked at, removed. Fires `changed` with what is known of it. */
class GameKey extends WvwElement {
  static properties = {
    known: { attribute: false },
    asking: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  static styles = css`
    form {
      display: grid;
      gap: var(--wvw-3);
      max-width: 560px;
      margin-block-start: var(--wvw-3);
    }
    form .button {
      justify-self: start;
    }
    .lead {
      max-width: 68ch;
    }
    .row {
      gap: var(--wvw-2) var(--wvw-3);
    }
    .buttons {
      margin-inline-start: auto;
    }
    wvw-problem {
      margin-block-start: var(--wvw-3);
    }
  `;

  render() {
    const key = this.known;
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t('heading')}</h2>
      ${key ? this.#kept(key) : nothing} ${!key || this.asking || key.state !== 'good' ? this.#form(key) : nothing}
    </section>`;
  }

  #kept({ game_account: name, state, expires_at: end, used_at: used }) {
    return html`<div class="row">
        <strong>${name}</strong>
        <span class="tag ${state === 'good' ? 'good' : 'bad'}">${t(STATES[state] ?? 'unreadable')}</span>
        <span class="muted small">
          ${used ? t('used', { when: relative(used) }) : t('never')} ·
          <span title=${dateTime(end)}>${t('ends', { when: relative(end) })}</span>
        </span>
        <div class="row buttons">
          ${state === 'good'
            ? html`<button class="button" aria-expanded=${this.asking ? 'true' : 'false'} @click=${this.#ask}>
                ${t('again')}
              </button>`
            : nothing}
          <button class="button" @click=${this.#remove}>${t('remove')}</button>
        </div>
      </div>
      ${state === 'good' ? nothing : html`<p role="status">${t('badText')}</p>`}`;
  }

  #form(key) {
    const wrong = fieldError(this.problem, 'key');
    return html`<p class="lead muted">${t('lead')}</p>
      <a href="https://account.arena.net/applications" target="_blank" rel="noreferrer noopener">${t('page')}</a>
      ${this.problem && !wrong
        ? html`<wvw-problem final .problem=${this.problem} .heading=${t('refused')}></wvw-problem>`
        : nothing}
      <form novalidate @submit=${this.#give}>
        <vaadin-password-field
          name="key"
          .label=${t('key')}
          autocomplete="off"
          autocapitalize="none"
          required
          .errorMessage=${wrong}
          .invalid=${Boolean(wrong)}
        ></vaadin-password-field>
        <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${key ? t('again') : t('give')}</button>
      </form>`;
  }

  #ask() {
    this.asking = !this.asking;
    this.problem = null;
  }

  async #give(event) {
    event.preventDefault();
    if (this.busy) return;
    const field = event.target.querySelector('[name=key]');
    this.busy = true;
    this.problem = null;
    try {
      const { key } = await api.put('game-key', { key: field.value.trim() });
      field.value = '';
      this.asking = false;
      toast(t('given', { name: key.game_account }));
      this.#tell(key);
    } catch (problem) {
      this.problem = problem;
      await this.updateComplete;
      fail(this.renderRoot);
    } finally {
      this.busy = false;
    }
  }

  async #remove() {
    if (!(await confirm({ heading: t('removeHeading'), text: t('removeText'), action: t('remove') }))) return;
    try {
      await api.delete('game-key');
      toast(t('removed'));
      this.#tell(null);
    } catch (problem) {
      this.problem = problem;
      this.asking = true;
    }
  }

  #tell(key) {
    this.dispatchEvent(new CustomEvent('changed', { detail: key }));
  }
}

customElements.define('wvw-game-key', GameKey);

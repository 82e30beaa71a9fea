import { css, html, nothing } from 'lit';
import { WvwElement, api, session, toast, words } from 'wvw/ui';
import './character.js';
import './game-key.js';

const t = words({
  heading: ['My characters', 'Mes personnages'],
  lead: [
    'Take over the builds of your characters, with their gear. They are private until you share them.',
    'Reprenez les builds de vos personnages, avec leur équipement. Ils restent privés jusqu’à ce que vous les partagiez.',
  ],
  list: ['All builds', 'Tous les builds'],
  off: ['This server takes no keys of the game', 'Ce serveur ne prend pas de clés du jeu'],
  offText: [
    'Its administrator can switch that on with catalogue.keys. Until then, paste chat links.',
    'Son administrateur peut l’activer avec catalogue.keys. D’ici là, collez des liens de build.',
  ],
  all: ['Take over everything', 'Tout reprendre'],
  stop: ['Stop', 'Arrêter'],
  progress: ['{n} of {all} characters: {name}', '{n} sur {all} personnages : {name}'],
  done: ['{n} build taken over or changed|{n} builds taken over or changed', '{n} build repris ou modifié|{n} builds repris ou modifiés'],
  none: ['No characters', 'Aucun personnage'],
  noneText: ['The account of this key has no characters.', 'Le compte de cette clé n’a pas de personnage.'],
  reload: ['Ask the game again', 'Redemander au jeu'],
});

/** One's characters of the game: the key, who there is, and what to take over. */
class BuildCharacters extends WvwElement {
  static properties = {
    status: { state: true },
    items: { state: true },
    problem: { state: true },
    running: { state: true },
    outcomes: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-4);
    }
    .page-head {
      margin: 0;
    }
    .back {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
    .list {
      display: grid;
      gap: var(--wvw-2);
    }
    progress {
      width: 100%;
      height: 8px;
      accent-color: var(--wvw-accent);
    }
    .running {
      display: grid;
      gap: var(--wvw-2);
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    this.outcomes = {};
    if (session.user) this.#load();
    else document.dispatchEvent(new CustomEvent('wvw-sign-in-needed'));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.running = null;
  }

  async #load() {
    this.problem = null;
    try {
      this.status = await api.get('game-key');
      if (this.status.enabled && this.status.key?.state === 'good') await this.#ask();
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #ask() {
    this.problem = null;
    this.items = null;
    try {
      this.items = (await api.get('characters')).items;
    } catch (problem) {
      this.problem = problem;
    }
    // Used a moment ago, or refused by the game: the card of the key says so.
    this.status = await api.get('game-key').catch(() => this.status);
  }

  render() {
    return html`
      <div class="page-head">
        <div>
          <a class="back small" href="/builds"><wvw-icon name="back"></wvw-icon>${t('list')}</a>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
      </div>
      ${this.#content()}
    `;
  }

  #content() {
    const { status } = this;
    if (!status) {
      return this.problem
        ? html`<wvw-problem .problem=${this.problem} @retry=${() => this.#load()}></wvw-problem>`
        : html`<wvw-skeleton lines="4"></wvw-skeleton>`;
    }
    const off = html`<wvw-empty icon="lock" .heading=${t('off')} .text=${t('offText')}></wvw-empty>`;
    if (!status.enabled && !status.key) return off;
    return html`${status.enabled ? nothing : off}
      <wvw-game-key .known=${status.key} @changed=${(event) => this.#changed(event.detail)}></wvw-game-key>
      ${status.enabled && status.key ? this.#characters() : nothing}`;
  }

  #characters() {
    // The card of the key says what is to be done.
    if (this.status.key.state !== 'good') return nothing;
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${() => this.#ask()}></wvw-problem>`;
    if (!this.items) return html`<wvw-skeleton even lines="4"></wvw-skeleton>`;
    if (!this.items.length) return html`<wvw-empty icon="users" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`;
    return html`${this.running ? this.#progress() : this.#buttons()}
      <div class="list">
        ${this.items.map(
          (character) =>
            html`<wvw-build-character
              .character=${character}
              .outcomes=${this.outcomes[character.name]}
              .waiting=${Boolean(this.running)}
            ></wvw-build-character>`,
        )}
      </div>`;
  }

  #buttons() {
    return html`<div class="row">
      <button class="button primary" @click=${this.#everything}>${t('all')}</button>
      <button class="button" @click=${() => this.#ask()}><wvw-icon name="retry"></wvw-icon>${t('reload')}</button>
    </div>`;
  }

  #progress() {
    const { n, name } = this.running;
    const all = this.items.length;
    return html`<div class="card running">
      <div class="row spread">
        <span id="progress" role="status">${t('progress', { n, all, name })}</span>
        <button class="button" @click=${() => (this.running = null)}>${t('stop')}</button>
      </div>
      <progress max=${all} .value=${n} aria-labelledby="progress"></progress>
    </div>`;
  }

  /** One character after the other: each is an answer of its own, and the rest can be stopped. */
  async #everything() {
    let changed = 0;
    this.running = { n: 0, name: '' };
    try {
      for (const [at, { name, build_tabs: tabs }] of this.items.entries()) {
        if (!this.running) break;
        this.running = { n: at, name };
        if (!tabs) continue;
        const { items } = await api.post(`characters/${encodeURIComponent(name)}/import`, {});
        this.outcomes = { ...this.outcomes, [name]: items };
        changed += items.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
      }
      toast(t('done', { n: changed }));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.running = null;
    }
  }

  #changed(key) {
    this.status = { ...this.status, key };
    this.outcomes = {};
    this.items = null;
    if (key) this.#ask();
  }
}

customElements.define('wvw-build-characters', BuildCharacters);

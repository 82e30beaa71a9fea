import { css, html, nothing } from 'lit';
import { words } from 'wvw/ui';
import { look } from './look.js';
import { bench, buildOf } from './plan.js';
import { allArchetypes, longLabel, playable, shortLabel } from './playables.js';
import { Sheet } from './sheet.js';
import { t as shared } from './words.js';

const t = words({
  heading: ['Add a player', 'Ajouter un joueur'],
  waiting: ['From the bench', 'Depuis le banc'],
  guest: ['Somebody else', 'Quelqu’un d’autre'],
  player: ['Player’s name', 'Nom du joueur'],
  build: ['What they play', 'Ce qu’il joue'],
  add: ['Add', 'Ajouter'],
  known: ['This player is here already: choose another name.', 'Ce joueur est déjà là : prenez un autre nom.'],
  needed: ['A name is needed, at most 60 characters.', 'Il faut un nom, de 60 caractères au plus.'],
});

/** Puts somebody in: from the bench, or a guest by name. Fires `move` or `added`. */
class AddSheet extends Sheet {
  static properties = { plan: { attribute: false }, where: { attribute: false }, wrong: { state: true } };

  static styles = [
    look,
    css`
      .out {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 6px;
        max-height: 260px;
        padding: 3px;
        overflow-y: auto;
      }
      .out .button {
        justify-content: start;
        min-height: 46px;
        padding: 4px 10px 4px 6px;
        font-weight: 600;
        line-height: 1.2;
        text-align: start;
        --wvw-crest: 26px;
      }
      .out small {
        display: block;
        color: var(--wvw-text-2);
        font-weight: 400;
      }
      h3 {
        margin-block-end: 8px;
      }
      form {
        display: grid;
        gap: var(--wvw-3);
      }
    `,
  ];

  render() {
    const out = this.where ? bench(this.plan) : [];
    return this.frame(
      t('heading'),
      html`<div class="stack">
        ${
          out.length
            ? html`<section>
                <h3>${t('waiting')}</h3>
                <div class="out">${out.map(({ player }) => this.#waiting(player))}</div>
              </section>`
            : nothing
        }
        <form novalidate @submit=${this.#add}>
          ${out.length ? html`<h3>${t('guest')}</h3>` : nothing}
          <label class="field"
            >${t('player')}<input
              name="player"
              maxlength="60"
              autocomplete="off"
              aria-invalid=${this.wrong ? 'true' : 'false'}
          /></label>
          ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
          <label class="field"
            >${t('build')}
            <select name="build">
              ${allArchetypes().map(({ id }) => html`<option value=${id}>${longLabel(id)}</option>`)}
            </select>
          </label>
          <div class="row end">
            <button type="button" class="button" @click=${this.close}>${shared('cancel')}</button>
            <button class="button primary">${t('add')}</button>
          </div>
        </form>
      </div>`,
    );
  }

  #waiting(player) {
    const build = buildOf(this.plan, player);
    return html`<button class="button" @click=${() => this.#seat(player)}>
      <wvw-crest .profession=${playable(build)?.profession ?? ''}></wvw-crest>
      <span>${player}<small>${build ? shortLabel(build) : ''}</small></span>
    </button>`;
  }

  #seat(player) {
    this.tell('move', { player, ...this.where });
    this.close();
  }

  #add(event) {
    event.preventDefault();
    const { player, build } = Object.fromEntries(new FormData(event.target));
    const name = String(player).trim();
    const known = this.plan.people.some((one) => one.player.toLowerCase() === name.toLowerCase());
    this.wrong = known ? t('known') : name ? '' : t('needed');
    if (this.wrong) return;
    this.tell('added', { player: name, builds: [String(build)], by_hand: true });
    this.close();
  }
}

customElements.define('wvw-add-sheet', AddSheet);

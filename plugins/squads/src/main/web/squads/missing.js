import { css, html, nothing } from 'lit';
import { WvwElement, words } from 'wvw/ui';
import { advice } from './advice.js';
import { met } from './coverage.js';
import { shortLabel } from './playables.js';
import { capabilityName, t as shared } from './words.js';

const t = words({
  heading: ['What is missing', 'Ce qui manque'],
  nothing: ['Every rule holds', 'Toutes les règles sont tenues'],
  nothingText: ['This squad has what its rules ask for.', 'Cette escouade a tout ce que ses règles demandent.'],
  squad: ['Whole squad', 'Toute l’escouade'],
  has: ['{rule}: has {have}, needs {need}', '{rule} : {have} sur {need}'],
  play: ['Let {player} play {build}', 'Faire jouer {build} à {player}'],
  seat: ['Put in {player} as {build}', 'Faire entrer {player} en {build}'],
  ask: ['Ask {player} for {build}', 'Demander {build} à {player}'],
  nobody: ['Nobody here can: it takes another player.', 'Personne ici ne peut : il faut un autre joueur.'],
  rest: ['and {n} more|and {n} more', 'et {n} autre|et {n} autres'],
  learn: ['Who should learn what?', 'Qui devrait apprendre quoi ?'],
});

const MOST = 12;

/** The rules that are not reached, each with who could fill it. Fires `followed` with a piece of advice, and `learn`. */
class SquadMissing extends WvwElement {
  static properties = {
    plan: { attribute: false },
    rules: { attribute: false },
    standings: { attribute: false },
    readonly: { type: Boolean },
  };

  static styles = css`
    .card {
      padding: var(--wvw-4);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--wvw-2);
      margin-block-end: var(--wvw-2);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 260px) minmax(0, 1fr);
      align-items: center;
      gap: 6px var(--wvw-3);
      padding-block: 8px;
      border-block-start: 1px solid var(--wvw-line);
    }
    .what {
      display: flex;
      align-items: baseline;
      gap: 8px;
    }
    .what span {
      color: var(--wvw-bad);
      font-weight: 600;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .pick {
      padding-inline: 12px;
    }
    .pick.ask {
      border-style: dashed;
    }
    .fine {
      display: flex;
      align-items: center;
      gap: 10px;
      color: var(--wvw-good);
    }
    .fine p {
      color: var(--wvw-text-2);
    }
    @media (max-width: 699px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  render() {
    const unmet = (this.standings ?? []).filter((one) => !met(one));
    if (!this.standings?.length) return nothing;
    if (!unmet.length) {
      return html`<section class="card fine">
        <wvw-icon name="check"></wvw-icon>
        <div>
          <strong>${t('nothing')}</strong>
          <p class="small">${t('nothingText')}</p>
        </div>
      </section>`;
    }
    return html`<section class="card">
      <div class="head">
        <h2>${t('heading')}</h2>
        ${
          this.readonly
            ? nothing
            : html`<button class="button" @click=${() => this.dispatchEvent(new Event('learn'))}>${t('learn')}</button>`
        }
      </div>
      <ul>
        ${unmet.slice(0, MOST).map((one) => this.#row(one))}
      </ul>
      ${unmet.length > MOST ? html`<p class="muted small">${t('rest', { n: unmet.length - MOST })}</p>` : nothing}
    </section>`;
  }

  #row(one) {
    const { subgroup, rule, have, need } = one;
    return html`<li>
      <div class="what">
        <strong class="small">${subgroup === null ? t('squad') : shared('subgroup', { n: subgroup })}</strong>
        <span class="small">${t('has', { rule: capabilityName(rule), have, need })}</span>
      </div>
      ${this.readonly ? nothing : this.#ways(one)}
    </li>`;
  }

  #ways(one) {
    const ways = advice(this.plan, this.rules, one);
    if (!ways.length) return html`<span class="muted small">${t('nobody')}</span>`;
    return html`<div class="ways">
      ${ways.map(
        (way) =>
          html`<button class="pick ${way.kind}" @click=${() => this.#follow(way)}>
            ${t(way.kind, { player: way.player, build: shortLabel(way.build) })}
          </button>`,
      )}
    </div>`;
  }

  #follow(way) {
    this.dispatchEvent(new CustomEvent('followed', { detail: way }));
  }
}

customElements.define('wvw-squad-missing', SquadMissing);

import { css, html, nothing } from 'lit';
import { WvwElement, api, words } from 'wvw/ui';
import { look } from './look.js';
import { loadPlayables, playable, shortLabel } from './playables.js';
import { capabilityName, t as shared } from './words.js';

const t = words({
  players: ['Who sits or plays otherwise', 'Qui est placé ou joue autrement'],
  same: ['Nobody: both have the same players in the same places.', 'Personne : mêmes joueurs, mêmes places.'],
  rules: ['Rules side by side', 'Les règles côte à côte'],
  player: ['Player', 'Joueur'],
  rule: ['Rule', 'Règle'],
  where: ['Where', 'Où'],
  squad: ['Whole squad', 'Toute l’escouade'],
  out: ['not in it', 'absent'],
  none: ['–', '–'],
  missing: ['{n} rule missed|{n} rules missed', '{n} règle non tenue|{n} règles non tenues'],
  holds: ['every rule holds', 'toutes les règles tenues'],
  onlyDifferent: ['Only what differs', 'Seulement ce qui diffère'],
});

/** What differs between two squads, or two versions of one, with how the rules stand in both. */
class SquadDifferences extends WvwElement {
  static properties = {
    left: { attribute: false },
    right: { attribute: false },
    labels: { attribute: false },
    answer: { state: true },
    problem: { state: true },
    whole: { state: true },
  };

  static styles = [
    look,
    css`
      :host {
        display: grid;
        gap: var(--wvw-4);
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--wvw-3);
      }
      .side {
        display: grid;
        gap: 6px;
        justify-items: start;
        padding: 12px 16px;
      }
      .side strong {
        overflow-wrap: anywhere;
      }
      td .place {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        --wvw-crest: 20px;
      }
      .bad {
        color: var(--wvw-bad);
        font-weight: 650;
      }
      .good {
        color: var(--wvw-good);
      }
      td,
      tbody th {
        padding-block: 7px;
      }
      tbody th {
        overflow-wrap: anywhere;
        white-space: normal;
      }
      tbody tr:last-child > th {
        border-block-end: 0;
      }
      @media (max-width: 479px) {
        th,
        td {
          padding-inline: 6px;
          font-size: var(--wvw-size-s);
        }
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('left') || changed.has('right')) this.#load();
  }

  async #load() {
    const { left, right } = this;
    Object.assign(this, { answer: null, problem: null });
    if (!left?.id || !right?.id) return;
    try {
      const answer = await api.post('compositions/compare', { left, right });
      await loadPlayables(answer.differences.flatMap((one) => [one.left?.build, one.right?.build]).filter(Boolean));
      if (left === this.left && right === this.right) this.answer = answer;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.answer) return this.left?.id && this.right?.id ? html`<wvw-skeleton lines="6"></wvw-skeleton>` : nothing;
    const { differences } = this.answer;
    const names = this.labels ?? [this.answer.left, this.answer.right];
    return html`<div class="sides">${names.map((name, i) => this.#side(name, i ? 'right' : 'left'))}</div>
      <section class="card">
        <h2>${t('players')}</h2>
        ${differences.length ? this.#players(differences, names) : html`<p class="muted">${t('same')}</p>`}
      </section>
      <section class="card">${this.#rules(names)}</section>`;
  }

  #side(name, side) {
    const unmet = this.answer.coverage.filter((one) => one[side] && one[side].have < one[side].need).length;
    return html`<div class="card side">
      <strong>${name}</strong>
      <span class="tag ${unmet ? 'bad' : 'good'}">${unmet ? t('missing', { n: unmet }) : t('holds')}</span>
    </div>`;
  }

  #players(differences, [left, right]) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('players')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('player')}</th>
            <th scope="col">${left}</th>
            <th scope="col">${right}</th>
          </tr>
        </thead>
        <tbody>
          ${differences.map(
            (one) =>
              html`<tr>
                <th scope="row">${one.player}</th>
                <td>${this.#place(one.left)}</td>
                <td>${this.#place(one.right)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #place(place) {
    if (!place) return html`<span class="muted">${t('out')}</span>`;
    return html`<span class="place"
      ><wvw-crest .profession=${playable(place.build)?.profession ?? ''}></wvw-crest>
      ${shared('subgroup', { n: place.subgroup })}<span class="muted small">${shortLabel(place.build)}</span></span
    >`;
  }

  #rules([left, right]) {
    const differs = ({ left: a, right: b }) => a?.have !== b?.have || a?.need !== b?.need;
    const some = this.whole ? this.answer.coverage : this.answer.coverage.filter(differs);
    return html`<div class="row spread">
        <h2>${t('rules')}</h2>
        <label class="check small"
          ><input
            type="checkbox"
            .checked=${!this.whole}
            @change=${(event) => (this.whole = !event.target.checked)}
          />${t('onlyDifferent')}</label
        >
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('rules')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('where')}</th>
              <th scope="col">${t('rule')}</th>
              <th scope="col">${left}</th>
              <th scope="col">${right}</th>
            </tr>
          </thead>
          <tbody>
            ${some.map(
              (one) =>
                html`<tr>
                  <th scope="row">${one.subgroup === null ? t('squad') : shared('subgroup', { n: one.subgroup })}</th>
                  <td>${capabilityName(one.rule)}</td>
                  <td>${standing(one.left)}</td>
                  <td>${standing(one.right)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}

function standing(one) {
  if (!one) return html`<span class="muted">${t('none')}</span>`;
  return html`<span class=${one.have >= one.need ? 'good' : 'bad'}>${one.have}/${one.need}</span>`;
}

customElements.define('wvw-squad-differences', SquadDifferences);

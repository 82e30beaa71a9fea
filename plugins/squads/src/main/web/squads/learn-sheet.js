import { css, html, nothing } from 'lit';
import { api, words } from 'wvw/ui';
import { loadPlayables, longLabel, playable } from './playables.js';
import { Sheet } from './sheet.js';
import { request } from './solve.js';
import { t as shared } from './words.js';

const t = words({
  heading: ['Who should learn what?', 'Qui devrait apprendre quoi ?'],
  lead: ['The shortest list with which the rules hold.', 'La liste la plus courte avec laquelle les règles tiennent.'],
  nothing: ['Nobody has to learn anything: solve again.', 'Personne n’a rien à apprendre : résolvez encore.'],
  complete: ['With these, every rule holds.', 'Avec cela, toutes les règles tiennent.'],
  partly: [
    'Even so, some rules stay out of reach with these players.',
    'Même ainsi, certaines règles restent hors de portée avec ces joueurs.',
  ],
  minimal: ['No shorter list does as much: this is proven.', 'Aucune liste plus courte ne fait autant : c’est prouvé.'],
  fresh: ['new profession', 'nouvelle profession'],
  any: ['Allow professions that they do not play yet', 'Autoriser des professions qu’ils ne jouent pas encore'],
});

/** Asks the server who should learn which build, so that the rules would hold. */
class LearnSheet extends Sheet {
  static properties = { plan: { attribute: false }, ruleSet: {}, answer: { state: true }, any: { state: true } };

  static styles = css`
    li {
      display: flex;
      align-items: center;
      gap: 10px;
      padding-block: 8px;
      border-block-start: 1px solid var(--wvw-line);
    }
    .check {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 40px;
    }
    input {
      width: 20px;
      height: 20px;
      accent-color: var(--wvw-accent);
    }
  `;

  firstUpdated() {
    super.firstUpdated();
    this.#ask();
  }

  #ask() {
    this.answer = null;
    return this.work(async () => {
      const reach = this.any ? 'any_profession' : 'own_professions';
      const task = request(this.plan, this.ruleSet, 3000, 0);
      const answer = await api.post(`compositions/optimize/lessons?reach=${reach}`, { ...task, previous: [] });
      await loadPlayables(answer.learn.map(({ build }) => build));
      this.answer = answer;
    });
  }

  render() {
    return this.frame(
      t('heading'),
      html`<div class="stack">
        <p class="muted small">${t('lead')}</p>
        ${this.answer ? this.#list(this.answer) : this.problem ? nothing : html`<wvw-skeleton lines="4"></wvw-skeleton>`}
        <label class="check"
          ><input
            type="checkbox"
            .checked=${Boolean(this.any)}
            ?disabled=${this.busy}
            @change=${this.#reach}
          />${t('any')}</label
        >
      </div>`,
      html`<button class="button primary" @click=${this.close}>${shared('close')}</button>`,
    );
  }

  #list({ learn, complete, minimal }) {
    if (!learn.length) return html`<p>${complete ? t('nothing') : t('partly')}</p>`;
    return html`<ul>
        ${learn.map(
          (one) =>
            html`<li>
              <wvw-crest .profession=${playable(one.build)?.profession ?? ''}></wvw-crest>
              <span><strong>${one.player}</strong>: ${longLabel(one.build)}</span>
              ${one.same_profession ? nothing : html`<span class="tag warn">${t('fresh')}</span>`}
            </li>`,
        )}
      </ul>
      <p role="status">${complete ? t('complete') : t('partly')} ${minimal ? t('minimal') : ''}</p>`;
  }

  #reach(event) {
    this.any = event.target.checked;
    this.#ask();
  }
}

customElements.define('wvw-learn-sheet', LearnSheet);

import { css, html, nothing } from 'lit';
import { api, words } from 'wvw/ui';
import { roster as readRoster } from './desk.js';
import { look } from './look.js';
import { leave, moves } from './plan.js';
import { shortLabel } from './playables.js';
import { Sheet } from './sheet.js';
import { request, solve } from './solve.js';
import { capabilityName, t as shared } from './words.js';

const t = words({
  heading: ['Who is missing?', 'Qui manque ?'],
  lead: [
    'Mark those who did not come. Nothing moves before you accept it.',
    'Marquez ceux qui ne sont pas venus. Rien ne bouge avant votre accord.',
  ],
  repair: ['Show the repair', 'Voir la réparation'],
  plan: ['The repair', 'La réparation'],
  out: ['Out: {names}', 'Absents : {names}'],
  none: ['Nobody else has to move.', 'Personne d’autre ne doit bouger.'],
  count: ['{n} player has to move|{n} players have to move', '{n} joueur doit bouger|{n} joueurs doivent bouger'],
  stays: ['stays, plays {build}', 'reste, joue {build}'],
  plays: ['plays {build}', 'joue {build}'],
  holds: ['Every rule holds afterwards.', 'Toutes les règles tiennent ensuite.'],
  misses: ['Not reached afterwards: {what}', 'Non tenues ensuite : {what}'],
  accept: ['Accept', 'Accepter'],
  back: ['Choose again', 'Choisir à nouveau'],
  mark: ['Also mark them as away in the roster', 'Les marquer absents aussi dans l’effectif'],
  nobody: ['Nobody sits on the board yet.', 'Personne n’est encore placé.'],
});

/** How often the roster is read again when somebody marks who is here at the same moment. */
const TRIES = 3;

/**
 * No-shows: who is missing, then the few moves that mend the squad, then the word to go. Fires `repaired`, and `marked`
 * with the roster once it says who is away.
 */
class RepairSheet extends Sheet {
  static properties = {
    plan: { attribute: false },
    ruleSet: {},
    roster: { attribute: false },
    absent: { attribute: false },
    gone: { state: true },
    answer: { state: true },
  };

  static styles = [
    look,
    css`
      .players {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(130px, 1fr));
        gap: 6px;
        max-height: min(46vh, 380px);
        padding: 3px;
        overflow-y: auto;
      }
      .players button {
        justify-content: start;
        min-height: 48px;
        overflow-wrap: anywhere;
        text-align: start;
      }
      .players button[aria-pressed='true'] {
        border-color: var(--wvw-bad-line);
        background: var(--wvw-bad-soft);
        color: var(--wvw-bad);
        text-decoration: line-through;
      }
      .moves li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.5fr);
        gap: 4px 12px;
        padding-block: 8px;
        border-block-start: 1px solid var(--wvw-line);
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('absent') || !this.gone) this.gone = new Set(this.absent ?? []);
  }

  render() {
    return this.answer ? this.#proposal() : this.#choice();
  }

  #choice() {
    const players = this.plan.groups
      .flat()
      .map(({ player }) => player)
      .filter(Boolean);
    return this.frame(
      t('heading'),
      players.length
        ? html`<p class="muted small">${t('lead')}</p>
            <div class="players" role="group" aria-label=${t('heading')}>
              ${players.map((player) => html`<button class="button" aria-pressed=${this.gone.has(player) ? 'true' : 'false'} @click=${() => this.#toggle(player)}>${player}</button>`)}
            </div>`
        : html`<p>${t('nobody')}</p>`,
      html`<button class="button" @click=${this.close}>${shared('cancel')}</button>
        <button
          class="button primary"
          ?disabled=${!this.gone.size}
          aria-busy=${this.busy ? 'true' : 'false'}
          @click=${this.#repair}
        >
          ${t('repair')}
        </button>`,
    );
  }

  #toggle(player) {
    const gone = new Set(this.gone);
    if (!gone.delete(player)) gone.add(player);
    this.gone = gone;
  }

  #repair() {
    return this.work(async () => {
      this.rest = leave(this.plan, [...this.gone]);
      const task = request(this.rest, this.ruleSet, 1000, this.plan.groups.length);
      this.answer = await solve(task, new AbortController().signal, () => undefined);
    });
  }

  #proposal() {
    const went = moves(this.rest.groups, this.answer.groups);
    const { unmet } = this.answer;
    const misses = unmet
      .slice(0, 4)
      .map(
        ({ subgroup, rule, have, need }) =>
          `${subgroup === null ? '' : `${shared('subgroup', { n: subgroup })}: `}${capabilityName(rule)} ${have}/${need}`,
      );
    const marks = this.roster && this.roster.entries.some(({ player, present }) => present && this.gone.has(player));
    return this.frame(
      t('plan'),
      html`<div class="stack">
        <p>${t('out', { names: [...this.gone].join(', ') })}</p>
        <strong role="status">${went.length ? t('count', { n: went.length }) : t('none')}</strong>
        <ul class="moves">
          ${went.map((one) => html`<li><strong>${one.player}</strong><span>${this.#way(one)}</span></li>`)}
        </ul>
        <p class=${unmet.length ? 'wrong' : 'muted'}>
          ${unmet.length ? t('misses', { what: misses.join(', ') }) : t('holds')}
        </p>
        ${marks ? html`<label class="check"><input type="checkbox" name="mark" checked />${t('mark')}</label>` : nothing}
      </div>`,
      html`<button class="button" @click=${() => (this.answer = null)}>${t('back')}</button>
        <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'} @click=${this.#accept}>
          ${t('accept')}
        </button>`,
    );
  }

  #way({ from, to, was, build }) {
    const where = (n) => (n === null ? shared('bench') : shared('subgroup', { n }));
    if (from === to) return t('stays', { build: shortLabel(build) });
    const way = `${where(from)} → ${where(to)}`;
    return to !== null && build !== was ? `${way}, ${t('plays', { build: shortLabel(build) })}` : way;
  }

  #accept() {
    return this.work(async () => {
      if (this.renderRoot.querySelector('[name=mark]')?.checked) await this.#mark();
      this.tell('repaired', { plan: this.rest, answer: this.answer });
      this.close();
    });
  }

  /** Takes those who are gone off what the roster says by now, which others mark at the same time. */
  async #mark() {
    for (let tries = 1; ; tries += 1) {
      const now = await readRoster(this.roster.id);
      const here = now.entries.filter(({ present }) => present).map(({ player }) => player);
      const players = here.filter((player) => !this.gone.has(player));
      if (players.length === here.length) return this.tell('marked', now);
      try {
        const options = { headers: { 'If-Match': now.etag } };
        return this.tell('marked', await api.put(`rosters/${now.id}/present`, { players }, options));
      } catch (problem) {
        if (problem.status !== 412 || tries === TRIES) throw problem;
      }
    }
  }
}

customElements.define('wvw-repair-sheet', RepairSheet);

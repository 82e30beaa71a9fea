import { css, html, nothing } from 'lit';
import { WvwElement, api, relative, words } from 'wvw/ui';

const t = words({
  here: ['{n} here tonight|{n} here tonight', '{n} présent ce soir|{n} présents ce soir'],
  solve: ['Solve the squad', 'Résoudre l’escouade'],
  none: [
    'Make a roster, mark who is here, and have the squad solved.',
    'Créez un effectif, marquez les présents, et faites résoudre l’escouade.',
  ],
  begin: ['Begin', 'Commencer'],
  last: ['Last squad', 'Dernière escouade'],
  holds: ['every rule holds', 'toutes les règles tenues'],
  misses: ['{n} rule missed|{n} rules missed', '{n} règle non tenue|{n} règles non tenues'],
  mark: ['Who is here?', 'Qui est là ?'],
});

/** The card on the home page: who is here tonight, and the squad that was saved last. */
export default class TonightCard extends WvwElement {
  static properties = {
    roster: { state: true },
    squad: { state: true },
    unmet: { state: true },
    problem: { state: true },
    ready: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-3);
      min-height: 118px;
      align-content: start;
    }
    .big {
      font-size: 1.25rem;
      font-weight: 700;
    }
    .last {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 10px;
      padding-block-start: var(--wvw-3);
      border-block-start: 1px solid var(--wvw-line);
    }
    .last a {
      overflow-wrap: anywhere;
      font-weight: 600;
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      const [rosters, squads] = await Promise.all([
        api.get('rosters?limit=50'),
        api.get('compositions?owner=me&limit=1'),
      ]);
      this.roster = rosters.items.toSorted((a, b) => b.present - a.present)[0];
      this.squad = squads.items[0];
      if (this.squad) await this.#judge();
      this.ready = true;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #judge() {
    const whole = await api.get(`compositions/${this.squad.id}`);
    this.unmet = whole.unmet.length;
  }

  render() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.ready) return html`<wvw-skeleton lines="3"></wvw-skeleton>`;
    return html`${this.roster?.players ? this.#here() : this.#begin()} ${this.squad ? this.#last() : nothing}`;
  }

  #here() {
    const { id, name, present } = this.roster;
    return html`<div>
        <div class="big">${t('here', { n: present })}</div>
        <div class="muted small">${name}</div>
      </div>
      <div class="row">
        <a class="button primary" href="/squads/new?roster=${id}"><wvw-icon name="play"></wvw-icon>${t('solve')}</a>
        <a class="button" href="/rosters/${id}">${t('mark')}</a>
      </div>`;
  }

  #begin() {
    return html`<p class="muted">${t('none')}</p>
      <div class="row"><a class="button primary" href="/squads">${t('begin')}</a></div>`;
  }

  #last() {
    const { id, name, updated_at } = this.squad;
    return html`<div class="last">
      <span class="muted small">${t('last')}</span>
      <a href="/squads/${id}">${name}</a>
      <span class="tag ${this.unmet ? 'bad' : 'good'}"
        >${this.unmet ? t('misses', { n: this.unmet }) : t('holds')}</span
      >
      <span class="muted small">${relative(updated_at)}</span>
    </div>`;
  }
}

import { css, html, nothing, svg } from 'lit';
import { WvwElement, api, number, region, words } from 'wvw/ui';

const t = words({
  heading: ['Activity by day', 'Activité par jour'],
  own: ['Mine', 'La mienne'],
  guild: ['The guild’s', 'La guilde'],
  whose: ['Whose activity', 'L’activité de qui'],
  total: ['{n} activity in 30 days|{n} activities in 30 days', '{n} activité en 30 jours|{n} activités en 30 jours'],
  bar: ['{day}: {n}', '{day} : {n}'],
});

const WIDTH = 600;
const HEIGHT = 120;

/** How much happened on each of the last thirty days, as bars; loaded and drawn only where it is shown. */
class WvwActivityChart extends WvwElement {
  static properties = { scope: { state: true }, days: { state: true }, problem: { state: true }, absent: { state: true } };

  static styles = css`
    :host {
      display: block;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--wvw-2) var(--wvw-3);
    }
    .button[aria-pressed='true'] {
      border-color: var(--wvw-accent-line);
      background: var(--wvw-accent-soft);
    }
    svg {
      display: block;
      width: 100%;
      height: auto;
      margin-block-start: var(--wvw-3);
    }
    rect {
      fill: var(--wvw-accent);
    }
    rect.none {
      fill: var(--wvw-line-2);
    }
    .ends {
      display: flex;
      justify-content: space-between;
    }
    wvw-skeleton {
      min-height: ${HEIGHT}px;
    }
  `;

  constructor() {
    super();
    this.scope = 'own';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    const scope = this.scope;
    const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
    this.problem = null;
    try {
      const { days } = await api.get(`dashboard/charts?days=30&scope=${scope}&zone=${zone}`);
      if (scope === this.scope) this.days = days;
    } catch (problem) {
      this.absent = problem.status === 404; // Without the plugin there is nothing to tell, nor to try again.
      if (scope === this.scope) this.problem = problem;
    }
  }

  render() {
    if (this.absent) return nothing;
    return html`<section class="card">
      <div class="head">
        <h2>${t('heading')}</h2>
        <div class="row" role="group" aria-label=${t('whose')}>${this.#pick('own')} ${this.#pick('guild')}</div>
      </div>
      ${this.#content()}
    </section>`;
  }

  #pick(scope) {
    const chosen = this.scope === scope;
    return html`<button class="button" aria-pressed=${chosen ? 'true' : 'false'} @click=${() => this.#choose(scope)}>
      ${t(scope)}
    </button>`;
  }

  #choose(scope) {
    if (scope === this.scope) return;
    this.scope = scope;
    this.#load();
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.days) return html`<wvw-skeleton lines="3"></wvw-skeleton>`;
    const n = this.days.reduce((sum, { activities }) => sum + activities, 0);
    const total = t('total', { n: number(n) });
    const step = WIDTH / this.days.length;
    const most = Math.max(1, ...this.days.map(({ activities }) => activities));
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${total}>
        ${this.days.map(({ day, activities }, i) => this.#bar(day, activities, i * step, step, most))}
      </svg>
      <div class="ends muted small">
        <span>${this.#day(this.days[0].day)}</span><span>${total}</span><span>${this.#day(this.days.at(-1).day)}</span>
      </div>`;
  }

  #bar(day, n, x, step, most) {
    const height = n ? Math.max(4, (n / most) * (HEIGHT - 4)) : 2;
    return svg`<rect class=${n ? nothing : 'none'} x=${x + 2} y=${HEIGHT - height} width=${step - 4} height=${height} rx="2">
      <title>${t('bar', { day: this.#day(day), n: number(n) })}</title>
    </rect>`;
  }

  #day(day) {
    return new Intl.DateTimeFormat(region(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day));
  }
}

customElements.define('wvw-activity-chart', WvwActivityChart);

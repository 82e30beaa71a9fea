import { css, html, svg } from 'lit';
import { PagedList, dateTime, number, words } from 'wvw/ui';

const t = words({
  heading: ['Kill feed', 'Éliminations'],
  lead: ['What each team killed from one reading of the match to the next.', 'Les éliminations de chaque équipe, d’un relevé du match à l’autre.'],
  none: ['Nothing yet', 'Rien pour l’instant'],
  noneText: ['The first reading of the match appears here within minutes.', 'Le premier relevé du match apparaît ici dans quelques minutes.'],
  at: ['Read', 'Relevé'],
  red: ['Red', 'Rouge'],
  blue: ['Blue', 'Bleue'],
  green: ['Green', 'Verte'],
  sum: ['{team}: {n} kill|{team}: {n} kills', '{team} : {n} élimination|{team} : {n} éliminations'],
  readings: ['The readings', 'Les relevés'],
});

const TEAMS = ['red', 'blue', 'green'];
const WIDTH = 600;
const HEIGHT = 60;

/** A row of bars for each team, and the same as a table: who sees no colours, or nothing, reads as much. */
export default class KillFeedPanel extends PagedList {
  static styles = css`
    svg {
      display: block;
      width: 100%;
      height: auto;
    }
    rect.red {
      fill: light-dark(#b3261e, #f2837b);
    }
    rect.blue {
      fill: light-dark(#1f5fae, #7fb0ee);
    }
    rect.green {
      fill: light-dark(#1c6b3a, #6fce8e);
    }
    th,
    td {
      padding-inline: var(--wvw-2);
    }
    .count {
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
  `;

  get source() {
    return 'kill-feed?limit=48';
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
      </div>
      ${this.frame(
        html`<wvw-empty icon="sword" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`,
        html`<div class="stack">${this.#charts()} ${this.#table()}</div>`,
      )}`;
  }

  #charts() {
    const items = this.items ?? []; // not there yet while the first page is on its way
    const most = Math.max(1, ...items.flatMap(({ gained }) => TEAMS.map((team) => gained[team])));
    return html`<section class="card stack">${TEAMS.map((team) => this.#chart(items, team, most))}</section>`;
  }

  #chart(items, team, most) {
    const sum = items.reduce((so, { gained }) => so + gained[team], 0);
    const label = t('sum', { team: t(team), n: number(sum) });
    const step = WIDTH / Math.max(24, items.length);
    // The newest comes first and stands at the right.
    const bars = items.map(({ at, gained }, i) => {
      const height = Math.max(1, (gained[team] / most) * HEIGHT);
      return svg`<rect class=${team} x=${WIDTH - (i + 1) * step} y=${HEIGHT - height} width=${step * 0.8} height=${height}>
        <title>${dateTime(at)} – ${t('sum', { team: t(team), n: number(gained[team]) })}</title>
      </rect>`;
    });
    return html`<div>
      <h2 class="small">${label}</h2>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>${bars}</svg>
    </div>`;
  }

  #table() {
    return html`<table class="small">
      <caption class="visually-hidden">${t('readings')}</caption>
      <thead>
        <tr><th scope="col">${t('at')}</th>${TEAMS.map((team) => html`<th class="count" scope="col">${t(team)}</th>`)}</tr>
      </thead>
      <tbody>
        ${this.drawn.map(
          ({ at, gained }) =>
            html`<tr><td><time datetime=${at}>${dateTime(at)}</time></td>
              ${TEAMS.map((team) => html`<td class="count">${number(gained[team])}</td>`)}</tr>`,
        )}
      </tbody>
    </table>`;
  }
}

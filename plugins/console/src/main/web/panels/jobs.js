import { css, html, nothing } from 'lit';
import { WvwElement, api, dateTime, duration, locale, relative, saying, toast, words } from 'wvw/ui';
import { inWords } from '../words/reasons.js';
import { statusTag } from './status.js';

const t = words({
  heading: ['Jobs', 'Tâches'],
  lead: ['What the server does by itself, and when.', 'Ce que le serveur fait de lui-même, et quand.'],
  run: ['Run now', 'Lancer'],
  started: ['{name} was started', '{name} : lancée'],
  H: ['every hour|every {n} hours', 'toutes les heures|toutes les {n} heures'],
  M: ['every minute|every {n} minutes', 'toutes les minutes|toutes les {n} minutes'],
  S: ['every second|every {n} seconds', 'toutes les secondes|toutes les {n} secondes'],
  next: ['next {when}', 'prochaine exécution {when}'],
  last: ['last {when}', 'dernière exécution {when}'],
  history: ['History', 'Historique'],
  more: ['Older runs', 'Exécutions plus anciennes'],
  noRuns: ['It did not run yet.', 'Pas encore lancée.'],
  took: ['took {time}', 'durée {time}'],
  schedule: ['on schedule', 'à l’heure prévue'],
  missed: ['made up for: no server ran then', 'rattrapée : aucun serveur ne tournait'],
  retry: ['tried again: the run before was lost', 'relancée : la précédente s’est perdue'],
  hand: ['by hand', 'à la main'],
  command: ['by gw2 jobs run', 'par gw2 jobs run'],
  none: ['No jobs', 'Aucune tâche'],
  noneText: ['No plugin brings a job.', 'Aucun plugin n’apporte de tâche.'],
});

const PAGE = 10;

/** How long a run took, for a reader. @param {{started: string, ended: string | null}} run */
function span(run) {
  if (!run.ended) return '';
  return t('took', { time: duration(Date.parse(run.ended) - Date.parse(run.started)) });
}

/** A schedule for a reader: the server's `every PT24H` in words, and what operators write themselves as they write it. */
function period(schedule) {
  const found = /^every PT(\d+)([HMS])$/.exec(schedule);
  if (!found) return html`<code>${schedule}</code>`;
  const [, n, unit] = found;
  return html`<span>${t(/** @type {'H' | 'M' | 'S'} */ (unit), { n: Number(n) })}</span>`;
}

/** The jobs of all plugins: schedule, last outcome, what the runs before told, and a button to run one now. */
export default class JobsPage extends WvwElement {
  static properties = {
    jobs: { state: true },
    problem: { state: true },
    busy: { state: true },
    histories: { state: true },
  };

  static styles = css`
    .card {
      padding-block: 4px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      align-items: center;
      gap: 6px var(--wvw-4);
      padding-block: 14px;
      border-block-start: 1px solid var(--wvw-line);
    }
    li:first-child {
      border: 0;
    }
    code {
      font: 500 0.92em var(--wvw-mono);
    }
    .what {
      display: grid;
      gap: 3px;
      overflow-wrap: anywhere;
    }
    details {
      grid-column: 1 / -1;
    }
    summary {
      cursor: pointer;
      min-height: 24px;
      inline-size: fit-content;
    }
    .runs {
      display: grid;
      gap: var(--wvw-3, 12px);
      padding-block: 8px;
    }
    .run {
      display: grid;
      gap: 2px;
      overflow-wrap: anywhere;
    }
    @media (max-width: 599px) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .what {
        grid-column: 1 / -1;
      }
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    this.histories = {};
    this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      this.jobs = (await api.get('jobs')).items;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
      </div>
      ${this.#content()}`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.jobs) return html`<div class="card"><wvw-skeleton lines="5"></wvw-skeleton></div>`;
    if (!this.jobs.length) {
      return html`<wvw-empty icon="clock" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`;
    }
    return html`<ul class="card">
      ${this.jobs.map((job) => this.#job(job))}
    </ul>`;
  }

  #job(job) {
    const { plugin, name, title, schedule, next, last } = job;
    const when = [
      last && html`<span title=${dateTime(last.started)}>${t('last', { when: relative(last.started) })}</span>`,
      next && html`<span title=${dateTime(next)}>${t('next', { when: relative(next) })}</span>`,
    ].filter(Boolean);
    return html`<li>
      <div class="what">
        <strong>${title[locale()]}</strong>
        <div class="muted small row"><span>${plugin}/${name}</span>${period(schedule)}</div>
        <div class="muted small row">${when}</div>
        ${last?.detail ? html`<div class="small">${inWords(last.detail)}</div>` : nothing}
      </div>
      <div>${statusTag(last?.outcome ?? 'never')}</div>
      <button class="button" aria-busy=${this.busy === job ? 'true' : 'false'} @click=${() => this.#run(job)}>
        <wvw-icon name="play"></wvw-icon>${t('run')}<span class="visually-hidden">: ${title[locale()]}</span
      ></button>
      <details @toggle=${(event) => event.target.open && this.#older(job, true)}>
        <summary class="small muted">${t('history')}<span class="visually-hidden">: ${title[locale()]}</span></summary>
        ${this.#history(job)}
      </details>
    </li>`;
  }

  #history(job) {
    const history = this.histories[`${job.plugin}/${job.name}`];
    if (!history) return html`<wvw-skeleton lines="2"></wvw-skeleton>`;
    if (history.problem) {
      return html`<wvw-problem .problem=${history.problem} @retry=${() => this.#older(job, true)}></wvw-problem>`;
    }
    if (!history.runs.length) return html`<p class="small muted">${t('noRuns')}</p>`;
    return html`<div class="runs small" role="list">
        ${history.runs.map(
          (run) => html`<div class="run" role="listitem">
            <div class="row">
              ${statusTag(run.outcome)}<span>${dateTime(run.started)}</span><span class="muted">${span(run)}</span
              ><span class="muted">${t(run.by === 'command' ? 'command' : run.cause)}</span>
            </div>
            ${run.detail ? html`<div>${inWords(run.detail)}</div>` : nothing}
          </div>`,
        )}
      </div>
      ${history.next ? html`<button class="button" @click=${() => this.#older(job)}>${t('more')}</button>` : nothing}`;
  }

  /** Fetches the next page of a job's runs, or the first one anew. */
  async #older(job, anew = false) {
    const name = `${job.plugin}/${job.name}`;
    const known = anew ? { runs: [] } : this.histories[name];
    const cursor = known.next ? `&cursor=${encodeURIComponent(known.next)}` : '';
    let history;
    try {
      const page = await api.get(`jobs/${name}/runs?limit=${PAGE}${cursor}`);
      history = { runs: [...known.runs, ...page.items], next: page.next_cursor };
    } catch (problem) {
      history = { ...known, problem };
    }
    this.histories = { ...this.histories, [name]: history };
  }

  async #run(job) {
    if (this.busy) return;
    this.busy = job;
    try {
      await api.post(`jobs/${job.plugin}/${job.name}/run`);
      toast(t('started', { name: job.title[locale()] }));
      await this.#watch(job);
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    } finally {
      this.busy = null;
    }
  }

  /** Shows how a run comes to its end; most take less than a second, a backup may take minutes. @param {{plugin: string, name: string}} job */
  async #watch({ plugin, name }) {
    for (let pause = 250; this.isConnected; pause = Math.min(pause * 2, 5000)) {
      await this.#load();
      const now = this.jobs?.find((one) => one.plugin === plugin && one.name === name);
      if (this.problem || now?.last?.outcome !== 'running') break;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    if (this.histories[`${plugin}/${name}`]) await this.#older({ plugin, name }, true);
  }
}

import { css, html, nothing } from 'lit';
import { WvwElement, api, dateTime, locale, relative, saying, toast, words } from 'wvw/ui';
import { statusTag } from './status.js';

const t = words({
  heading: ['Jobs', 'Tâches'],
  lead: ['What the server does by itself, and when.', 'Ce que le serveur fait de lui-même, et quand.'],
  run: ['Run now', 'Lancer'],
  started: ['{name} was started', '{name} : lancée'],
  next: ['next {when}', 'prochaine {when}'],
  last: ['last {when}', 'dernière {when}'],
  none: ['No jobs', 'Aucune tâche'],
  noneText: ['No plugin brings a job.', 'Aucun plugin n’apporte de tâche.'],
});

/** The jobs of all plugins: schedule, last outcome, and a button to run one now. */
export default class JobsPage extends WvwElement {
  static properties = { jobs: { state: true }, problem: { state: true }, busy: { state: true } };

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
        <div class="muted small row"><span>${plugin}/${name}</span><code>${schedule}</code></div>
        <div class="muted small row">${when}</div>
        ${last?.detail ? html`<div class="small">${last.detail}</div>` : nothing}
      </div>
      <div>${statusTag(last?.outcome ?? 'never')}</div>
      <button class="button" aria-busy=${this.busy === job ? 'true' : 'false'} @click=${() => this.#run(job)}>
        <wvw-icon name="play"></wvw-icon>${t('run')}<span class="visually-hidden">: ${title[locale()]}</span>
      </button>
    </li>`;
  }

  async #run(job) {
    if (this.busy) return;
    this.busy = job;
    try {
      await api.post(`jobs/${job.plugin}/${job.name}/run`);
      toast(t('started', { name: job.title[locale()] }));
      await this.#load();
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    } finally {
      this.busy = null;
    }
  }
}

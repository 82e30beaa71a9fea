import { css, html, nothing } from 'lit';
import { WvwElement, api, dateTime, relative, words } from 'wvw/ui';

const t = words({
  heading: ['Recent activity', 'Activité récente'],
  none: ['Nothing yet', 'Rien pour l’instant'],
  text: ['Save a build and it shows up here.', 'Enregistrez un build : il apparaîtra ici.'],
});

/** What the server says in English of the activities that we know. */
const known = {
  'build-created': { path: 'builds', text: () => w('created') },
  'build-changed': { path: 'builds', text: () => w('changed') },
  'build-shared': { path: 'builds', text: () => w('shared') },
  'build-deleted': { text: () => w('deleted') },
  'composition-created': { path: 'squads', text: () => w('squad') },
  'composition-changed': { path: 'squads', text: () => w('squadChanged') },
  'composition-shared': { path: 'squads', text: () => w('squadShared') },
  'log-alert': { text: () => w('alert') },
};

const w = words({
  created: ['New build', 'Nouveau build'],
  changed: ['Build changed', 'Build modifié'],
  shared: ['Build shared', 'Build partagé'],
  deleted: ['Build deleted', 'Build supprimé'],
  squad: ['New squad', 'Nouvelle escouade'],
  squadChanged: ['Squad changed', 'Escouade modifiée'],
  squadShared: ['Squad shared', 'Escouade partagée'],
  alert: ['The logs raised an alert', 'Les journaux ont levé une alerte'],
});

const ICONS = [
  [/deleted/, 'trash'],
  [/build/, 'builds'],
  [/team|squad|composition/, 'squads'],
  [/alert|fail/, 'warning'],
];

/** What the person did lately. */
class WvwActivities extends WvwElement {
  static properties = { items: { state: true }, problem: { state: true }, absent: { state: true } };

  static styles = css`
    :host {
      display: block;
    }
    .card {
      min-height: 272px;
    }
    li {
      display: flex;
      gap: 12px;
      padding: 10px 0;
      border-block-start: 1px solid var(--wvw-line);
    }
    li:first-child {
      border: 0;
      padding-block-start: 0;
    }
    li:last-child {
      padding-block-end: 0;
    }
    .what {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    a {
      color: inherit;
      font-weight: 600;
    }
    wvw-icon {
      margin-block-start: 1px;
      color: var(--wvw-accent-text);
    }
    time {
      color: var(--wvw-text-2);
      font-size: var(--wvw-size-s);
      white-space: nowrap;
    }
    wvw-empty {
      padding-block: var(--wvw-5);
      border: 0;
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      this.items = (await api.get('dashboard/activities?limit=8')).items;
    } catch (problem) {
      this.absent = problem.status === 404; // Without the plugin there is nothing to tell, nor to try again.
      this.problem = problem;
    }
  }

  render() {
    if (this.absent) return nothing;
    return html`<section class="card">
      <h2>${t('heading')}</h2>
      ${this.#content()}
    </section>`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.items) return html`<wvw-skeleton lines="4"></wvw-skeleton>`;
    if (!this.items.length) {
      return html`<wvw-empty icon="clock" .heading=${t('none')} .text=${t('text')}></wvw-empty>`;
    }
    return html`<ul>
      ${this.items.map(
        ({ subject_id, type, title, description, timestamp }) => html`<li>
          <wvw-icon name=${ICONS.find(([pattern]) => pattern.test(type))?.[1] ?? 'info'}></wvw-icon>
          <div class="what">
            ${known[type]?.path
              ? html`<a href="/${known[type].path}/${subject_id}">${title}</a>`
              : html`<strong>${title}</strong>`}
            <div class="muted small">${known[type]?.text() ?? description}</div>
          </div>
          <time datetime=${timestamp} title=${dateTime(timestamp)}>${relative(timestamp)}</time>
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define('wvw-activities', WvwActivities);

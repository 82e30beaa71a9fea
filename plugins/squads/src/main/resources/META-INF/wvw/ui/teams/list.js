import { css, html, nothing } from 'lit';
import { WvwElement, api, navigate } from 'wvw/ui';
import { all } from '../squads/desk.js';
import { look } from '../squads/look.js';
import '../squads/name-sheet.js';
import { t as shared } from '../squads/words.js';
import { t } from './words.js';

/** The teams of the reader. */
class TeamList extends WvwElement {
  static properties = { items: { state: true }, problem: { state: true }, asking: { state: true } };

  static styles = [
    look,
    css`
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
        gap: var(--wvw-3);
      }
      .cards a {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
        height: 100%;
        align-content: start;
        padding: 14px 16px;
        border: 1px solid var(--wvw-line);
        border-radius: var(--wvw-radius-l);
        background: var(--wvw-surface);
        color: var(--wvw-text);
        text-decoration: none;
      }
      .cards a:hover {
        border-color: var(--wvw-accent-line);
        background: linear-gradient(115deg, var(--wvw-accent-soft), var(--wvw-surface) 60%);
      }
      .cards a:focus-visible {
        border-radius: var(--wvw-radius-l);
      }
      h2 {
        overflow-wrap: anywhere;
        font-size: 1rem;
      }
      p {
        overflow-wrap: anywhere;
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      this.items = await all('teams');
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${shared('teams')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
        <button class="button primary" @click=${() => (this.asking = true)}><wvw-icon name="plus"></wvw-icon>${t('add')}</button>
      </div>
      ${this.#content()}
      ${this.asking
        ? html`<wvw-name-sheet
            .heading=${t('add')}
            .action=${t('make')}
            .placeholder=${t('example')}
            .description=${''}
            .labels=${{ description: t('description') }}
            .save=${(form) => this.#add(form)}
            @closed=${() => (this.asking = false)}
          ></wvw-name-sheet>`
        : nothing}`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.items) return html`<div class="card"><wvw-skeleton lines="4"></wvw-skeleton></div>`;
    if (!this.items.length) {
      return html`<wvw-empty icon="shield" .heading=${t('none')} .text=${t('noneText')}>
        <button class="button primary" @click=${() => (this.asking = true)}>${t('add')}</button>
      </wvw-empty>`;
    }
    return html`<ul class="cards">
      ${this.items.map(
        (one) => html`<li>
          <a href="/teams/${one.id}">
            <h2>${one.name}</h2>
            <div class="row"><span class="tag ${one.role === 'owner' ? 'good' : ''}">${t(one.role)}</span><span class="muted small">${t('members', { n: one.members })}</span></div>
            ${one.description ? html`<p class="muted small">${one.description}</p>` : nothing}
          </a>
        </li>`,
      )}
    </ul>`;
  }

  async #add({ name, description }) {
    const made = await api.post('teams', { name, description });
    navigate(`/teams/${made.id}`);
  }
}

customElements.define('wvw-team-list', TeamList);

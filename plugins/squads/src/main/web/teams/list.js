import { html, nothing } from 'lit';
import { api, navigate } from 'wvw/ui';
import { all } from '../squads/all.js';
import { CardList } from '../squads/card-list.js';
import { t as shared } from '../squads/words.js';
import { t } from './words.js';

/** The teams of the reader. */
class TeamList extends CardList {
  async read() {
    this.items = await all('teams');
  }

  render() {
    return this.frame({
      heading: shared('teams'),
      lead: t('lead'),
      add: t('add'),
      icon: 'shield',
      none: t('none'),
      noneText: t('noneText'),
      card: (one) => this.#card(one),
      sheet: () => this.#sheet(),
    });
  }

  #sheet() {
    return html`<wvw-name-sheet
      .heading=${t('add')}
      .action=${t('make')}
      .placeholder=${t('example')}
      .description=${''}
      .labels=${{ description: t('description') }}
      .save=${(form) => this.#add(form)}
      @closed=${() => (this.asking = false)}
    ></wvw-name-sheet>`;
  }

  #card({ id, name, role, members, description }) {
    return html`<a href="/teams/${id}">
      <h2>${name}</h2>
      <div class="row">
        <span class="tag ${role === 'owner' ? 'good' : ''}">${t(role)}</span
        ><span class="muted small">${t('members', { n: members })}</span>
      </div>
      ${description ? html`<p class="muted small">${description}</p>` : nothing}
    </a>`;
  }

  async #add({ name, description }) {
    const made = await api.post('teams', { name, description });
    navigate(`/teams/${made.id}`);
  }
}

customElements.define('wvw-team-list', TeamList);

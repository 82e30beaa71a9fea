import { css, html, nothing } from 'lit';
import { fieldError } from 'wvw/ui';
import { look } from './look.js';
import { Sheet } from './sheet.js';
import { t as shared } from './words.js';

/**
 * Asks for a name and whatever else stands in `more`. `save` is called with the form and may refuse.
 */
class NameSheet extends Sheet {
  static properties = {
    heading: {},
    name: {},
    placeholder: {},
    action: {},
    teams: { attribute: false },
    team: {},
    description: {},
    save: { attribute: false },
    labels: { attribute: false },
  };

  static styles = [
    look,
    css`
      form {
        display: grid;
        gap: var(--wvw-4);
      }
    `,
  ];

  render() {
    const error = (field) => {
      const text = fieldError(this.problem, field);
      return text ? html`<span class="wrong">${text}</span>` : nothing;
    };
    return this.frame(
      this.heading,
      html`<form novalidate @submit=${this.#submit}>
        <label class="field"
          >${shared('name')}<input
            name="name"
            .value=${this.name ?? ''}
            maxlength="100"
            autocomplete="off"
            placeholder=${this.placeholder ?? ''}
            aria-invalid=${fieldError(this.problem, 'name') ? 'true' : 'false'}
          />${error('name')}</label
        >
        ${
          this.description === undefined
            ? nothing
            : html`<label class="field"
                >${this.labels.description}<textarea
                  name="description"
                  maxlength="1000"
                  .value=${this.description}
                ></textarea
                >${error('description')}</label
              >`
        }
        ${
          this.teams
            ? html`<label class="field"
                >${this.labels.team}
                <select name="team_id">
                  <option value="">${shared('noTeam')}</option>
                  ${this.teams.map(({ id, name }) => html`<option value=${id} .selected=${id === this.team}>${name}</option>`)}</select
                ><small>${this.labels.teamHelp}</small>${error('team_id')}</label
              >`
            : nothing
        }
        <div class="row end">
          <button type="button" class="button" @click=${this.close}>${shared('cancel')}</button>
          <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>
            ${this.action ?? shared('save')}
          </button>
        </div>
      </form>`,
    );
  }

  #submit(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    this.work(async () => {
      await this.save(form);
      this.close();
    });
  }
}

customElements.define('wvw-name-sheet', NameSheet);

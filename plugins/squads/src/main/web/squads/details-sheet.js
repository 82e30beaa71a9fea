import { css, html, nothing } from 'lit';
import { fieldError, words } from 'wvw/ui';
import { look } from './look.js';
import { Sheet } from './sheet.js';
import { t as shared } from './words.js';

const t = words({
  heading: ['About this squad', 'À propos de cette escouade'],
  example: ['Reset night', 'Soirée de reset'],
  tagsHelp: ['Words, separated by commas', 'Des mots séparés par des virgules'],
  privateHelp: ['Only you see it.', 'Vous seul la voyez.'],
  teamHelp: ['Its members see it, its editors change it.', 'Ses membres la voient, ses éditeurs la modifient.'],
  publicHelp: ['Everybody who reaches this server sees it.', 'Tous ceux qui accèdent à ce serveur la voient.'],
  templateHelp: ['A template, to start others from', 'Un modèle, pour en commencer d’autres'],
  team: ['Team', 'Équipe'],
});

/** Name, notes, tags, and who sees a squad. `save` is called with what changed and may refuse. */
class DetailsSheet extends Sheet {
  static properties = {
    about: { attribute: false },
    teams: { attribute: false },
    save: { attribute: false },
    visibility: { state: true },
  };

  static styles = [
    look,
    css`
      form {
        display: grid;
        gap: var(--wvw-3);
      }
      fieldset {
        display: grid;
        gap: 2px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-size: var(--wvw-size-s);
        font-weight: 600;
      }
    `,
  ];

  render() {
    const { name, tags, notes, template, team_id } = this.about;
    const visibility = this.visibility ?? this.about.visibility;
    const error = (field) => {
      const text = fieldError(this.problem, field);
      return text ? html`<span class="wrong">${text}</span>` : nothing;
    };
    return this.frame(
      t('heading'),
      html`<form novalidate @submit=${this.#submit}>
        <label class="field"
          >${shared('name')}<input
            name="name"
            .value=${name}
            maxlength="100"
            required
            placeholder=${t('example')}
            autocomplete="off"
          />${error('name')}</label
        >
        <label class="field"
          >${shared('tags')}<input name="tags" .value=${tags.join(', ')} autocomplete="off" /><small
            >${t('tagsHelp')}</small
          >${error('tags')}</label
        >
        <label class="field"
          >${shared('notes')}<textarea name="notes" maxlength="10000" .value=${notes}></textarea
          >${error('notes')}</label
        >
        <fieldset>
          <legend>${shared('visibility')}</legend>
          ${['private', 'team', 'public'].map((one) => this.#choice(one, visibility))}
        </fieldset>
        <label class="field"
          >${t('team')}
          <select name="team_id">
            <option value="">${shared('noTeam')}</option>
            ${this.teams.filter(({ role }) => role !== 'viewer').map((team) => html`<option value=${team.id} .selected=${team.id === team_id}>${team.name}</option>`)}</select
          >${error('team_id')}
        </label>
        <label class="check"><input type="checkbox" name="template" .checked=${template} />${t('templateHelp')}</label>
        <div class="row end">
          <button type="button" class="button" @click=${this.close}>${shared('cancel')}</button>
          <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${shared('save')}</button>
        </div>
      </form>`,
    );
  }

  #choice(one, visibility) {
    return html`<label class="check"
      ><input
        type="radio"
        name="visibility"
        value=${one}
        .checked=${one === visibility}
        @change=${() => (this.visibility = one)}
      />
      <span>${shared(one)} <span class="muted small">${t(`${one}Help`)}</span></span></label
    >`;
  }

  #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const text = (name) => String(form.get(name) ?? '').trim();
    const tags = text('tags')
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter(Boolean);
    const changed = {
      ...this.about,
      name: text('name'),
      tags: [...new Set(tags)],
      notes: text('notes'),
      visibility: text('visibility') || 'private',
      team_id: text('team_id'),
      template: form.has('template'),
    };
    this.work(async () => {
      await this.save(changed);
      this.close();
    });
  }
}

customElements.define('wvw-details-sheet', DetailsSheet);

import { css, html, nothing } from 'lit';
import { api, confirm, fieldError, words } from 'wvw/ui';
import { look } from '../squads/look.js';
import { Sheet } from '../squads/sheet.js';
import { t as shared } from '../squads/words.js';
import './build-order.js';

const t = words({
  add: ['Add a player', 'Ajouter un joueur'],
  player: ['Name', 'Nom'],
  builds: ['Builds, the dearest first', 'Builds, le préféré d’abord'],
  note: ['Note', 'Note'],
  noteHelp: ['Late on Tuesdays, has no voice chat…', 'En retard le mardi, sans vocal…'],
  here: ['Here tonight', 'Présent ce soir'],
  remove: ['Take off the roster', 'Retirer de l’effectif'],
  ask: ['Take {player} off the roster?', 'Retirer {player} de l’effectif ?'],
  askText: [
    'What they play and their note go with them. This cannot be undone.',
    'Ce qu’il joue et sa note partent avec. C’est irréversible.',
  ],
});

/** One player of a roster: name, builds in order, how well, note. Fires `changed`. */
class EntrySheet extends Sheet {
  static properties = { roster: { attribute: false }, entry: { attribute: false } };

  static styles = [
    look,
    css`
      .end {
        margin-block-start: var(--wvw-2);
      }
      .remove {
        margin-inline-end: auto;
      }
    `,
  ];

  render() {
    const { entry } = this;
    const error = (field) => {
      const text = fieldError(this.problem, field);
      return text ? html`<span class="wrong">${text}</span>` : nothing;
    };
    return this.frame(
      entry?.player ?? t('add'),
      html`<form class="stack" novalidate @submit=${this.#submit}>
        <label class="field"
          >${t('player')}<input
            name="player"
            maxlength="60"
            autocomplete="off"
            .value=${entry?.player ?? ''}
            aria-invalid=${fieldError(this.problem, 'player') ? 'true' : 'false'}
          />${error('player')}</label
        >
        <div class="field" role="group" aria-labelledby="builds">
          <span id="builds">${t('builds')}</span><wvw-build-order .entry=${entry}></wvw-build-order>${error('builds')}
        </div>
        <label class="field"
          >${t('note')}<input
            name="note"
            maxlength="500"
            autocomplete="off"
            .value=${entry?.note ?? ''}
            placeholder=${t('noteHelp')}
          />${error('note')}</label
        >
        <label class="check"
          ><input type="checkbox" name="present" .checked=${entry?.present ?? true} />${t('here')}</label
        >
        <div class="row end">
          ${entry ? html`<button type="button" class="button remove" @click=${this.#remove}>${t('remove')}</button>` : nothing}
          <button type="button" class="button" @click=${this.close}>${shared('cancel')}</button>
          <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${shared('save')}</button>
        </div>
      </form>`,
    );
  }

  #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const body = {
      player: String(form.get('player')).trim(),
      note: String(form.get('note')).trim(),
      present: form.has('present'),
      ...this.renderRoot.querySelector('wvw-build-order').value,
    };
    this.work(async () => {
      const path = `rosters/${this.roster.id}/entries`;
      const options = { headers: { 'If-Match': this.roster.etag } };
      await (this.entry ? api.put(`${path}/${this.entry.id}`, body, options) : api.post(path, body, options));
      this.tell('changed', null);
      this.close();
    });
  }

  async #remove() {
    const { player, id } = this.entry;
    if (!(await confirm({ heading: t('ask', { player }), text: t('askText'), action: t('remove') }))) return;
    await this.work(async () => {
      await api.delete(`rosters/${this.roster.id}/entries/${id}`, { headers: { 'If-Match': this.roster.etag } });
      this.tell('changed', null);
      this.close();
    });
  }
}

customElements.define('wvw-entry-sheet', EntrySheet);

import { html, nothing } from 'lit';
import { api, fieldError, saying, toast, words } from 'wvw/ui';
import { look } from '../squads/look.js';
import { allArchetypes, longLabel } from '../squads/playables.js';
import { Sheet } from '../squads/sheet.js';
import { t as shared } from '../squads/words.js';

const t = words({
  heading: ['Paste names', 'Coller des noms'],
  names: ['Names', 'Noms'],
  help: [
    'One a line, or separated by commas. Those who are known are marked as here.',
    'Un par ligne, ou séparés par des virgules. Les noms connus sont marqués présents.',
  ],
  build: ['What the new ones play', 'Ce que jouent les nouveaux'],
  later: ['I say it later', 'Je le dirai plus tard'],
  only: ['Everybody else is away tonight', 'Tous les autres sont absents ce soir'],
  add: ['Take them over', 'Les reprendre'],
  added: ['{n} new|{n} new', '{n} nouveau|{n} nouveaux'],
  known: ['{n} known|{n} known', '{n} connu|{n} connus'],
});

/** Takes many players over from a pasted text. Fires `changed`. */
class PasteSheet extends Sheet {
  static properties = { roster: { attribute: false } };
  static styles = look;

  render() {
    const wrong = fieldError(this.problem, 'text');
    return this.frame(
      t('heading'),
      html`<form class="stack" novalidate @submit=${this.#submit}>
        <label class="field"
          >${t('names')}<textarea
            name="text"
            rows="9"
            maxlength="50000"
            aria-invalid=${wrong ? 'true' : 'false'}
          ></textarea
          ><small>${t('help')}</small> ${wrong ? html`<span class="wrong">${wrong}</span>` : nothing}</label
        >
        <label class="field"
          >${t('build')}
          <select name="build">
            <option value="">${t('later')}</option>
            ${allArchetypes().map(({ id }) => html`<option value=${id}>${longLabel(id)}</option>`)}
          </select>
        </label>
        <label class="check"><input type="checkbox" name="only" />${t('only')}</label>
        <div class="row end">
          <button type="button" class="button" @click=${this.close}>${shared('cancel')}</button>
          <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${t('add')}</button>
        </div>
      </form>`,
    );
  }

  #submit(event) {
    event.preventDefault();
    const { text, build, only } = Object.fromEntries(new FormData(event.target));
    this.work(async () => {
      const path = `rosters/${this.roster.id}`;
      const headers = { 'If-Match': this.roster.etag };
      const pasted = await api.post(
        `${path}/entries/paste`,
        { text, builds: build ? [build] : [] },
        { headers },
      );
      const { added, known } = pasted;
      this.tell('changed', null);
      this.close();
      toast(`${t('added', { n: added.length })}, ${t('known', { n: known.length })}`);
      if (only) await this.#only([...added, ...known], pasted.etag);
    });
  }

  async #only(some, etag) {
    try {
      const players = some.map(({ player }) => player);
      await api.put(`rosters/${this.roster.id}/present`, { players }, { headers: { 'If-Match': etag } });
      this.tell('changed', null);
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
  }
}

customElements.define('wvw-paste-sheet', PasteSheet);

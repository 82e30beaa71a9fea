import { html, nothing } from 'lit';
import { WvwElement, api, locale, navigate, professionName, professionSlug, professions, retitle, saying, toast, words } from 'wvw/ui';
import './attributes.js';
import './editor/bars.js';
import { draftOf, drop, emptyDraft, keep, kept, readDraft, request } from './editor/draft.js';
import './editor/flaw-list.js';
import { flawMap, flawText } from './editor/flaws.js';
import './editor/gear.js';
import { LeaveGuard } from './editor/guard.js';
import './editor/lines.js';
import { look } from './editor/look.js';
import { differences, merged } from './editor/merge.js';
import './editor/reading.js';
import { armed } from './editor/wardrobe.js';
import { facts } from './facts.js';
import './form.js';
import './sources.js';

const t = words({
  new: ['New build', 'Nouveau build'],
  edit: ['Edit the build', 'Modifier le build'],
  choose: ['Choose a profession, or paste a link from the game.', 'Choisissez une profession, ou collez un lien du jeu.'],
  profession: ['Profession', 'Profession'],
  traits: ['Specialisations and traits', 'Spécialisations et aptitudes'],
  skills: ['Skills', 'Compétences'],
  gear: ['Gear', 'Équipement'],
  about: ['About the build', 'À propos du build'],
  save: ['Save', 'Enregistrer'],
  cancel: ['Cancel', 'Annuler'],
  saved: ['“{name}” was saved', '« {name} » est enregistré'],
  notSaved: ['Nothing was saved', 'Rien n’a été enregistré'],
  unsaved: ['Unsaved changes', 'Modifications non enregistrées'],
  clean: ['No changes yet', 'Aucune modification'],
  restored: ['Your unsaved changes are here again.', 'Vos modifications non enregistrées sont revenues.'],
  discard: ['Discard them', 'Les abandonner'],
});

const PAUSE = 250;

/** Where a build is made or changed: everything on one page, with what it gives beside it as one chooses. */
class BuildEditor extends WvwElement {
  static properties = {
    id: {},
    base: { state: true },
    draft: { state: true },
    given: { state: true },
    flaws: { state: true },
    problem: { state: true },
    refused: { state: true },
    conflict: { state: true },
    restored: { state: true },
    dirty: { state: true },
    busy: { state: true },
  };

  static styles = look;

  #guard = new LeaveGuard(() => this.dirty);
  #timer = 0;
  #asked = 0;
  #key = '';
  #weapons = [];

  connectedCallback() {
    super.connectedCallback();
    this.#guard.watch();
    facts('weapons').then((all) => (this.#weapons = all), () => toast(saying({ status: 0 }), { kind: 'bad' }));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#guard.leave();
    clearTimeout(this.#timer);
  }

  willUpdate(changed) {
    if (changed.has('id')) this.#load();
    const profession = this.draft?.template.profession ?? '';
    this.style.setProperty('--colour', `var(--wvw-${professionSlug(profession)}, var(--wvw-accent))`);
  }

  #load = async () => {
    Object.assign(this, { draft: null, base: null, problem: null });
    const before = kept(this.id);
    const link = this.id ? '' : decodeURIComponent(location.hash.slice(1));
    try {
      if (this.id) {
        const build = await api.get(`builds/${encodeURIComponent(this.id)}?lang=${locale()}`);
        this.base = before?.base ?? { ...draftOf(build), version: build.version };
        this.draft = before?.draft ?? draftOf(build);
      } else if (link && before?.draft.link !== link) {
        this.draft = await readDraft(link, this.draft);
      } else {
        this.draft = before?.draft ?? null;
      }
    } catch (problem) {
      this.problem = problem;
      return;
    }
    this.restored = Boolean(before && this.draft === before.draft);
    this.dirty = this.restored || Boolean(link);
    retitle(this.id ? this.draft.about.name : t('new'));
    this.#key = crypto.getRandomValues(new Uint32Array(4)).join('-');
    if (this.draft) this.#evaluate();
  };

  /** @param {any} change parts of the draft */
  #change(change) {
    this.draft = { ...this.draft, ...change };
    this.dirty = true;
    keep(this.id, this.draft, this.base ?? null);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#evaluate(), PAUSE);
  }

  #template(change) {
    this.#change({ template: { ...this.draft.template, ...change }, link: null });
  }

  /** What the draft gives, and what does not fit. Its names are taken over when nothing was changed meanwhile. */
  async #evaluate() {
    const asked = (this.#asked += 1);
    const { draft } = this;
    const build = draft.link ? { chat_link: draft.link } : { template: draft.template };
    try {
      const given = await api.post(`share-codes/encode?lang=${locale()}`, { ...build, equipment: draft.equipment });
      if (asked !== this.#asked) return;
      this.given = given;
      this.flaws = flawMap(draft.link ? given.flaws.filter(({ pointer }) => !pointer.startsWith('/template')) : given.flaws);
      if (draft === this.draft) this.draft = { ...draft, template: given.template };
    } catch (problem) {
      if (asked === this.#asked) this.flaws = flawMap(problem.errors ?? []);
    }
  }

  render() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (this.id && !this.draft) return html`<div class="card"><wvw-skeleton lines="12"></wvw-skeleton></div>`;
    return html`<div class="bar">
        <h1>${this.id ? t('edit') : t('new')}</h1>
        <span class="small muted status" role="status">${t(this.dirty ? 'unsaved' : 'clean')}</span>
        <div class="row">
          <a class="button" href=${this.id ? `/builds/${this.id}` : '/builds'}>${t('cancel')}</a>
          ${this.draft
            ? html`<button class="button primary" aria-busy=${this.busy ? 'true' : 'false'} @click=${() => this.#save()}>${t('save')}</button>`
            : nothing}
        </div>
      </div>
      ${this.#notices()} ${this.draft ? this.#body() : this.#start()}`;
  }

  #notices() {
    return html`${this.restored
      ? html`<div class="note row spread" role="status">
          <span>${t('restored')}</span><button class="button" @click=${this.#discard}>${t('discard')}</button>
        </div>`
      : nothing}
    ${this.refused
      ? html`<wvw-problem final .heading=${t('notSaved')} .problem=${this.refused}></wvw-problem>`
      : nothing}
    <wvw-editor-flaws .flaws=${this.flaws} .draft=${this.draft}></wvw-editor-flaws>
    ${this.conflict
      ? html`<wvw-editor-merge
          .mine=${this.draft}
          .theirs=${this.conflict.theirs}
          .rows=${this.conflict.rows}
          .at=${this.conflict.at}
          @merged=${(event) => this.#merge(event.detail)}
        ></wvw-editor-merge>`
      : nothing}`;
  }

  #start() {
    return html`<p class="muted">${t('choose')}</p>
      <wvw-editor-reading fresh .read=${(link) => this.#take(link)}></wvw-editor-reading>
      <section>
        <h2>${t('profession')}</h2>
        <div class="professions">
          ${professions.map(
            ({ id }) => html`<button class="pick" @click=${() => this.#begin(id)}>
              <wvw-crest .profession=${id}></wvw-crest>${professionName(id)}
            </button>`,
          )}
        </div>
      </section>`;
  }

  #body() {
    const { template, equipment, about } = this.draft;
    return html`<div class="columns">
      <div class="main">
        <div class="row"><wvw-chip .profession=${template.profession}></wvw-chip></div>
        <wvw-editor-reading .read=${(link) => this.#take(link)} .error=${flawText(this.flaws, '/chat_link')}></wvw-editor-reading>
        <section>
          <h2>${t('traits')}</h2>
          <wvw-editor-lines
            .profession=${template.profession}
            .lines=${template.specializations}
            .flaws=${this.flaws}
            @edit=${(event) => this.#template({ specializations: event.detail })}
          ></wvw-editor-lines>
        </section>
        <section>
          <h2>${t('skills')}</h2>
          <wvw-editor-bars
            .template=${template}
            .flaws=${this.flaws}
            @edit=${(event) => this.#template(event.detail)}
          ></wvw-editor-bars>
        </section>
        <section>
          <h2>${t('gear')}</h2>
          <wvw-editor-gear
            .profession=${template.profession}
            .equipment=${equipment}
            .flaws=${this.flaws}
            @edit=${(event) => this.#change(armed(this.draft, event.detail, this.#weapons))}
          ></wvw-editor-gear>
        </section>
        <section class="card">
          <h2>${t('about')}</h2>
          <wvw-build-form
            .build=${about}
            .problem=${this.refused}
            @changed=${(event) => this.#change({ about: event.detail })}
          ></wvw-build-form>
        </section>
      </div>
      <div class="side">
        <wvw-build-attributes .sets=${this.given?.attributes ?? []}></wvw-build-attributes>
        <wvw-build-sources .sources=${this.given?.boon_sources ?? []}></wvw-build-sources>
      </div>
    </div>`;
  }

  #begin(profession) {
    const empty = emptyDraft(profession);
    this.#change({ ...empty, about: { ...empty.about, name: professionName(profession) } });
  }

  async #take(link) {
    this.#change(await readDraft(link, this.draft));
  }

  #discard() {
    drop(this.id);
    Object.assign(this, { restored: false, conflict: null, refused: null, draft: null, given: null, flaws: null });
    this.#load();
  }

  /** @param {number} [version] what the change is made on */
  async #save(version = this.base?.version) {
    if (this.busy) return;
    this.busy = true;
    this.refused = null;
    try {
      const body = request(this.draft);
      const build = this.id
        ? await api.patch(`builds/${this.id}`, body, { headers: { 'If-Match': `"v${version}"` } })
        : await api.post('builds', body, { headers: { 'Idempotency-Key': this.#key } });
      drop(this.id);
      this.dirty = false;
      toast(t('saved', { name: build.name }));
      navigate(`/builds/${build.id}`);
    } catch (problem) {
      await this.#refuse(problem);
    } finally {
      this.busy = false;
    }
  }

  async #refuse(problem) {
    if (problem.status === 412 && problem.body.current) {
      const { current } = problem.body;
      const theirs = draftOf(current);
      this.conflict = { theirs, rows: differences(this.base, this.draft, theirs), at: current.updated_at, version: current.version };
      await this.updateComplete;
      const merge = this.renderRoot.querySelector('wvw-editor-merge');
      await merge.updateComplete;
      merge.focus();
      return;
    }
    this.refused = problem;
    if (problem.errors?.length) this.flaws = flawMap(problem.errors);
    await this.updateComplete;
    await this.renderRoot.querySelector('wvw-build-form').showProblem();
    scrollTo({ top: 0 });
  }

  /** The merged draft is made on what is there now. */
  #merge(rows) {
    const { theirs, version } = this.conflict;
    this.base = { ...theirs, version };
    this.conflict = null;
    this.#change(merged(this.draft, theirs, rows));
  }
}

customElements.define('wvw-build-editor', BuildEditor);

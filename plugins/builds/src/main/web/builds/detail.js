import { css, html, nothing } from 'lit';
import { WvwElement, api, confirm, copy, locale, navigate, professionSlug, retitle, saying, toast, words } from 'wvw/ui';
import './attributes.js';
import { traitGrids } from './catalogue.js';
import './gear.js';
import './head.js';
import './history.js';
import './share.js';
import './sources.js';
import './template.js';
import { mayEdit } from './rights.js';
import { t as shared } from './words.js';

const t = words({
  list: ['All builds', 'Tous les builds'],
  copied: ['Chat link copied: paste it in the game’s chat', 'Lien copié : collez-le dans le chat du jeu'],
  delete: ['Delete', 'Supprimer'],
  ask: ['Delete “{name}”?', 'Supprimer « {name} » ?'],
  askText: [
    'It goes from the list of everybody who sees it. For thirty days you can put it back from the trash.',
    'Il disparaît de la liste de tous ceux qui le voient. Pendant trente jours, la corbeille permet de le rétablir.',
  ],
  deleted: ['“{name}” was deleted', '« {name} » est supprimé'],
  undo: ['Undo', 'Annuler'],
  back: ['“{name}” is back', '« {name} » est rétabli'],
  copyOf: ['{name} (copy)', '{name} (copie)'],
  duplicated: ['“{name}” was saved', '« {name} » est enregistré'],
  missing: ['This build is not here', 'Ce build n’est pas ici'],
});

const MOST_NAME = 100;

/** One build: what its link says, its gear and what that gives, what its owner says, and what can be done with it. */
class BuildDetail extends WvwElement {
  static properties = { id: {}, build: { state: true }, problem: { state: true }, teams: { state: true } };

  static styles = css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--wvw-4);
    }
    .back {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      justify-self: start;
      font-size: var(--wvw-size-s);
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(280px, 348px);
      gap: var(--wvw-4);
      align-items: start;
    }
    .main,
    .side {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--wvw-4);
    }
    .text {
      max-width: 75ch;
      overflow-wrap: anywhere;
    }
    .text :is(p, ul, ol, blockquote, pre, h1, h2, h3):not(:last-child) {
      margin-block-end: var(--wvw-2);
    }
    .text :is(h1, h2, h3) {
      font-size: var(--wvw-size-m);
    }
    .text ul {
      padding-inline-start: 1.2em;
      list-style: disc;
    }
    .text ol {
      padding-inline-start: 1.4em;
      list-style: decimal;
    }
    .text blockquote {
      margin: 0;
      padding-inline-start: 12px;
      border-inline-start: 3px solid var(--wvw-line-2);
    }
    .text pre {
      overflow-x: auto;
      margin: 0;
    }
    @media (max-width: 1099px) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  willUpdate(changed) {
    if (changed.has('id')) this.#load();
    this.style.setProperty('--colour', `var(--wvw-${professionSlug(this.build?.profession ?? '')}, var(--wvw-accent))`);
  }

  #load = async () => {
    const { id } = this;
    this.build = null;
    this.problem = null;
    try {
      const build = await api.get(`builds/${encodeURIComponent(id)}?lang=${locale()}`);
      await traitGrids(build.template.specializations.map((line) => line.id)).catch(() => null);
      if (id === this.id) this.#show(build);
    } catch (problem) {
      if (id === this.id) this.problem = problem;
    }
  };

  #show(build) {
    this.build = build;
    retitle(build.name);
  }

  render() {
    return html`<a class="back" href="/builds"><wvw-icon name="back"></wvw-icon>${t('list')}</a> ${this.#content()}`;
  }

  #content() {
    if (this.problem) {
      return html`<wvw-problem
        .heading=${this.problem.status === 404 ? t('missing') : ''}
        ?final=${this.problem.status === 404}
        .problem=${this.problem}
        @retry=${this.#load}
      ></wvw-problem>`;
    }
    if (!this.build) return html`<div class="card"><wvw-skeleton lines="12"></wvw-skeleton></div>`;
    const { build } = this;
    return html`
      <wvw-build-head
        .build=${build}
        @copy-link=${() => copy(build.chat_link, t('copied'))}
        @duplicate=${this.#duplicate}
        @delete=${this.#delete}
      ></wvw-build-head>
      <div class="columns">
        <div class="main">
          ${build.notes_html ? this.#notes(build) : nothing}
          <wvw-build-template
            .template=${build.template}
            ?geared=${build.equipment.pieces.some(({ weapon }) => weapon)}
          ></wvw-build-template>
          <wvw-build-gear .equipment=${build.equipment}></wvw-build-gear>
          ${mayEdit(build)
            ? html`<wvw-build-history .build=${build} @restored=${this.#load}></wvw-build-history>`
            : nothing}
        </div>
        <div class="side">
          ${build.attributes.length
            ? html`<wvw-build-attributes .sets=${build.attributes}></wvw-build-attributes>`
            : nothing}
          <wvw-build-sources .sources=${build.boon_sources}></wvw-build-sources>
          <wvw-build-share .build=${build}></wvw-build-share>
        </div>
      </div>
    `;
  }

  /** The server's HTML of the notes: it has escaped all HTML that somebody typed, and lets links only. */
  #notes(build) {
    return html`<section class="card">
      <h2>${shared('notes')}</h2>
      <div class="text" .innerHTML=${build.notes_html}></div>
    </section>`;
  }

  async #duplicate() {
    const { name, chat_link, equipment, game_mode, role, tags, notes } = this.build;
    const named = t('copyOf', { name }).slice(0, MOST_NAME);
    try {
      const copied = await api.post('builds', { name: named, chat_link, equipment, game_mode, role, tags, notes });
      toast(t('duplicated', { name: copied.name }));
      navigate(`/builds/${copied.id}`);
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
  }

  async #delete() {
    const { id, name, etag } = this.build;
    const sure = await confirm({ heading: t('ask', { name }), text: t('askText'), action: t('delete') });
    if (!sure) return;
    try {
      await api.delete(`builds/${id}`, etag ? { headers: { 'If-Match': etag } } : {});
      toast(t('deleted', { name }), { action: t('undo'), onAction: () => undo(id, name) });
      navigate('/builds');
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
  }
}

/** Puts back what was just deleted. @param {string} id @param {string} name */
async function undo(id, name) {
  try {
    await api.post(`builds/trash/${id}/restore`);
    toast(t('back', { name }));
    navigate(`/builds/${id}`);
  } catch (problem) {
    toast(saying(problem), { kind: 'bad' });
  }
}

customElements.define('wvw-build-detail', BuildDetail);

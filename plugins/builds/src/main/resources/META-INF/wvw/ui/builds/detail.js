import { css, html, nothing } from 'lit';
import { WvwElement, api, confirm, copy, dateTime, locale, navigate, professionName, professionSlug, relative, retitle, saying, session, toast, words } from 'wvw/ui';
import { traitGrids } from './catalogue.js';
import './edit.js';
import './template.js';
import { roleName, t as shared } from './words.js';

const t = words({
  list: ['All builds', 'Tous les builds'],
  copy: ['Copy chat link', 'Copier le lien'],
  copied: ['Chat link copied: paste it in the game’s chat', 'Lien copié : collez-le dans le chat du jeu'],
  edit: ['Edit', 'Modifier'],
  delete: ['Delete', 'Supprimer'],
  ask: ['Delete “{name}”?', 'Supprimer « {name} » ?'],
  askText: ['The build goes from the list of everybody who sees it.', 'Le build disparaît de la liste de tous ceux qui le voient.'],
  deleted: ['“{name}” was deleted', '« {name} » est supprimé'],
  by: ['by {name}', 'par {name}'],
  changed: ['changed {when}', 'modifié {when}'],
  link: ['Chat link', 'Lien de build'],
  missing: ['This build is not here', 'Ce build n’est pas ici'],
});

/** One build: what its link says, what its owner says about it, and what can be done with it. */
class BuildDetail extends WvwElement {
  static properties = { id: {}, build: { state: true }, problem: { state: true } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-4);
    }
    .back {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      justify-self: start;
      font-size: var(--wvw-size-s);
    }
    .head {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--wvw-3) var(--wvw-4);
      padding: var(--wvw-4) var(--wvw-5);
      border-color: color-mix(in oklab, var(--colour) 36%, var(--wvw-line));
      background: linear-gradient(
        105deg,
        color-mix(in oklab, var(--colour) 28%, var(--wvw-surface)),
        color-mix(in oklab, var(--colour) 5%, var(--wvw-surface)) 70%
      );
      --wvw-crest: 60px;
    }
    .title {
      display: grid;
      align-content: center;
      gap: 6px;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .link {
      display: flex;
      flex-wrap: wrap;
      grid-column: 1 / -1;
      align-items: center;
      gap: var(--wvw-2);
      padding-block-start: var(--wvw-3);
      border-block-start: 1px solid color-mix(in oklab, var(--colour) 22%, var(--wvw-line));
    }
    code {
      flex: 1 1 220px;
      min-width: 0;
      overflow: hidden;
      padding: 8px 12px;
      border: 1px solid var(--wvw-line-2);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-field);
      font: 500 var(--wvw-size-s) / 1.6 var(--wvw-mono);
      text-overflow: ellipsis;
      user-select: all;
      white-space: nowrap;
    }
    .notes p {
      max-width: 75ch;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
    @media (max-width: 599px) {
      .head {
        padding: var(--wvw-4);
        --wvw-crest: 44px;
      }
      .link .button {
        flex: 1 1 auto;
      }
      code {
        flex-basis: 100%;
      }
    }
  `;

  willUpdate(changed) {
    if (changed.has('id')) this.#load();
    const colour = this.build ? `var(--wvw-${professionSlug(this.build.profession)})` : 'var(--wvw-line)';
    this.style.setProperty('--colour', colour);
  }

  async #load() {
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
  }

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
      ${this.#head(build)}
      ${build.notes
        ? html`<section class="card notes">
            <h2>${shared('notes')}</h2>
            <p>${build.notes}</p>
          </section>`
        : nothing}
      <wvw-build-template .template=${build.template}></wvw-build-template>
      <wvw-build-edit .build=${build} @saved=${(event) => this.#show(event.detail)}></wvw-build-edit>
    `;
  }

  #head(build) {
    const mine = session.user && build.owner?.id === session.user.id;
    return html`<section class="card head">
      <wvw-crest .profession=${build.profession}></wvw-crest>
      <div class="title">
        <h1>${build.name}</h1>
        <div class="row small muted">
          <span>${professionName(build.profession)}</span>
          ${build.owner?.username && !mine ? html`<span>${t('by', { name: build.owner.username })}</span>` : nothing}
          <span title=${dateTime(build.updated_at)}>${t('changed', { when: relative(build.updated_at) })}</span>
        </div>
        <div class="row">
          <span class="tag"
            ><wvw-icon name=${build.visibility === 'private' ? 'lock' : 'globe'}></wvw-icon>${shared(
              build.visibility,
            )}</span
          >
          ${build.role ? html`<span class="tag">${roleName(build.role)}</span>` : nothing}
          ${(build.tags ?? []).map((tag) => html`<span class="tag">${tag}</span>`)}
        </div>
      </div>
      <div class="link">
        <code aria-label=${t('link')} tabindex="0" role="textbox" aria-readonly="true">${build.chat_link}</code>
        <button class="button primary" @click=${() => copy(build.chat_link, t('copied'))}>
          <wvw-icon name="copy"></wvw-icon>${t('copy')}
        </button>
        ${mine
          ? html`<button class="button" @click=${this.#edit}><wvw-icon name="edit"></wvw-icon>${t('edit')}</button>
              <button class="button" @click=${this.#delete}><wvw-icon name="trash"></wvw-icon>${t('delete')}</button>`
          : nothing}
      </div>
    </section>`;
  }

  async #edit() {
    try {
      await this.renderRoot.querySelector('wvw-build-edit').open();
    } catch {
      toast(saying({ status: 0 }), { kind: 'bad' });
    }
  }

  async #delete() {
    const { id, name, etag } = this.build;
    const sure = await confirm({ heading: t('ask', { name }), text: t('askText'), action: t('delete') });
    if (!sure) return;
    try {
      await api.delete(`builds/${id}`, etag ? { headers: { 'If-Match': etag } } : {});
      toast(t('deleted', { name }));
      navigate('/builds');
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
  }
}

customElements.define('wvw-build-detail', BuildDetail);

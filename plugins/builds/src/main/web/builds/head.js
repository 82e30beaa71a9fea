import { css, html, nothing } from 'lit';
import { WvwElement, dateTime, professionName, professionSlug, relative, session, words } from 'wvw/ui';
import { isMine, mayEdit } from './rights.js';
import { roleName, t as shared } from './words.js';

const t = words({
  copy: ['Copy chat link', 'Copier le lien'],
  edit: ['Edit', 'Modifier'],
  duplicate: ['Duplicate', 'Dupliquer'],
  delete: ['Delete', 'Supprimer'],
  by: ['by {name}', 'par {name}'],
  changed: ['changed {when}', 'modifié {when}'],
  review: ['Needs a review', 'À revoir'],
  reviewText: [
    'The catalogue does not know everything here, or a patch changed what this build uses. Look it over and save it again.',
    'Le catalogue ne connaît pas tout ici, ou une mise à jour a changé ce qu’utilise ce build. Relisez-le et enregistrez-le à nouveau.',
  ],
});

const EYES = { private: 'lock', team: 'users', public: 'globe' };

/** The head of a build's page: what it is, and its actions. Fires `copy-link`, `duplicate`, `delete`. */
class BuildHead extends WvwElement {
  static properties = { build: { attribute: false } };

  static styles = css`
    :host {
      display: block;
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
    .actions {
      display: flex;
      flex-wrap: wrap;
      grid-column: 1 / -1;
      gap: var(--wvw-2);
      padding-block-start: var(--wvw-3);
      border-block-start: 1px solid color-mix(in oklab, var(--colour) 22%, var(--wvw-line));
    }
    .actions .last {
      margin-inline-start: auto;
    }
    .note {
      margin-block-start: var(--wvw-3);
    }
    @media (max-width: 599px) {
      .head {
        padding: var(--wvw-4);
        --wvw-crest: 44px;
      }
      .actions .button {
        flex: 1 1 auto;
      }
    }
  `;

  willUpdate() {
    this.style.setProperty('--colour', `var(--wvw-${professionSlug(this.build.profession)})`);
  }

  render() {
    const { build } = this;
    const mine = isMine(build);
    return html`<section class="card head">
        <wvw-crest .profession=${build.profession}></wvw-crest>
        <div class="title">
          <h1>${build.name}</h1>
          <div class="row small muted">
            <span>${professionName(build.profession)}</span>
            ${build.owner?.username && !mine ? html`<span>· ${t('by', { name: build.owner.username })}</span>` : nothing}
            ·
            <span title=${dateTime(build.updated_at)}>${t('changed', { when: relative(build.updated_at) })}</span>
          </div>
          <div class="row">
            <span class="tag"
              ><wvw-icon name=${EYES[build.visibility]}></wvw-icon>${shared(build.visibility)}</span
            >
            ${build.role ? html`<span class="tag">${roleName(build.role)}</span>` : nothing}
            ${(build.tags ?? []).map((tag) => html`<span class="tag">${tag}</span>`)}
          </div>
        </div>
        <div class="actions">
          <button class="button primary" @click=${() => this.#fire('copy-link')}>
            <wvw-icon name="copy"></wvw-icon>${t('copy')}
          </button>
          ${mayEdit(build)
            ? html`<a class="button" href="/builds/${build.id}/edit"><wvw-icon name="edit"></wvw-icon>${t('edit')}</a>`
            : nothing}
          ${session.user
            ? html`<button class="button" @click=${() => this.#fire('duplicate')}>
                <wvw-icon name="plus"></wvw-icon>${t('duplicate')}
              </button>`
            : nothing}
          ${mayEdit(build)
            ? html`<button class="button last" @click=${() => this.#fire('delete')}>
                <wvw-icon name="trash"></wvw-icon>${t('delete')}
              </button>`
            : nothing}
        </div>
      </section>
      ${build.needs_review
        ? html`<div class="note warn">
            <wvw-icon name="warning"></wvw-icon>
            <div>
              <strong>${t('review')}</strong>
              <p>${t('reviewText')}</p>
            </div>
          </div>`
        : nothing}`;
  }

  #fire(name) {
    this.dispatchEvent(new Event(name));
  }
}

customElements.define('wvw-build-head', BuildHead);

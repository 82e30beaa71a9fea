import { css, html, nothing } from 'lit';
import { WvwElement, dateTime, professionName, professionSlug, relative, session } from 'wvw/ui';
import { traitChoices, traitPath, traitPathLook } from './path.js';
import { roleName, t } from './words.js';

const EYES = { private: 'lock', team: 'users', public: 'globe' };

/** A build in the list. */
class BuildCard extends WvwElement {
  static properties = { build: { attribute: false } };

  static styles = [
    traitPathLook,
    css`
      :host {
        display: block;
      }
      a {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 10px 12px;
        height: 100%;
        align-content: space-between;
        padding: 14px 16px 12px;
        border: 1px solid color-mix(in oklab, var(--colour) 34%, var(--wvw-line));
        border-radius: var(--wvw-radius-l);
        background: linear-gradient(
          112deg,
          color-mix(in oklab, var(--colour) 24%, var(--wvw-surface)),
          color-mix(in oklab, var(--colour) 5%, var(--wvw-surface)) 62%
        );
        color: var(--wvw-text);
        text-decoration: none;
        transition:
          border-color 0.12s,
          transform 0.12s;
        --wvw-crest: 42px;
      }
      a:hover {
        border-color: var(--colour);
        transform: translateY(-1px);
      }
      a:focus-visible {
        border-radius: var(--wvw-radius-l);
      }
      .name {
        min-width: 0;
        align-self: center;
      }
      h2 {
        overflow: hidden;
        font-size: 1rem;
        line-height: 1.25;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .specs {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        gap: 8px 16px;
      }
      .specs > li {
        display: flex;
        align-items: center;
        gap: 8px;
        font-size: var(--wvw-size-s);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        align-items: center;
        gap: 6px;
        padding-block-start: 10px;
        border-block-start: 1px solid color-mix(in oklab, var(--colour) 18%, var(--wvw-line));
      }
      .foot time {
        margin-inline-start: auto;
        color: var(--wvw-text-2);
        font-size: var(--wvw-size-xs);
      }
    `,
  ];

  willUpdate() {
    this.style.setProperty('--colour', `var(--wvw-${professionSlug(this.build.profession)}, var(--wvw-accent))`);
  }

  render() {
    const { build } = this;
    const mine = session.user && build.owner?.id === session.user.id;
    const choices = traitChoices(build.chat_link);
    return html`<a href="/builds/${build.id}">
      <wvw-crest .profession=${build.profession}></wvw-crest>
      <div class="name">
        <h2>${build.name}</h2>
        <div class="muted small">
          ${professionName(build.profession)}${!mine && build.owner?.username ? ` · ${build.owner.username}` : nothing}
        </div>
      </div>
      <ul class="specs">
        ${build.specializations.map(
          ({ id, name }) =>
            html`<li lang="en">
              ${traitPath(choices.get(id))}${name ?? t('unknown', { id })}
            </li>`,
        )}
      </ul>
      <div class="foot">
        ${build.needs_review
          ? html`<span class="tag warn"><wvw-icon name="warning"></wvw-icon>${t('review')}</span>`
          : nothing}
        ${build.role ? html`<span class="tag">${roleName(build.role)}</span>` : nothing}
        ${mine
          ? html`<span class="tag"
              ><wvw-icon name=${EYES[build.visibility]}></wvw-icon>${t(build.visibility)}</span
            >`
          : nothing}
        ${(build.tags ?? []).slice(0, 4).map((tag) => html`<span class="tag">${tag}</span>`)}
        <time datetime=${build.updated_at} title=${dateTime(build.updated_at)}>${relative(build.updated_at)}</time>
      </div>
    </a>`;
  }
}

customElements.define('wvw-build-card', BuildCard);

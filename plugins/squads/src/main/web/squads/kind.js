import { css, html } from 'lit';
import { WvwElement, number, professionSlug, relative } from 'wvw/ui';
import { t } from './judgement-words.js';
import { capabilityName, roleName } from './words.js';

/** One kind of build. Fires `edit`. */
class Kind extends WvwElement {
  static properties = { archetype: { attribute: false }, commander: { attribute: false } };
  static styles = css`
    .kind {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      gap: 8px 10px;
      height: 100%;
      align-content: start;
      padding: 12px 14px;
      border: 1px solid color-mix(in oklab, var(--colour) 34%, var(--wvw-line));
      border-radius: var(--wvw-radius-l);
      background: linear-gradient(
        112deg,
        color-mix(in oklab, var(--colour) 20%, var(--wvw-surface)),
        var(--wvw-surface) 60%
      );
      --wvw-crest: 34px;
    }
    h3 {
      overflow-wrap: anywhere;
    }
    .strengths {
      display: flex;
      flex-wrap: wrap;
      grid-column: 1 / -1;
      gap: 4px 10px;
      font-size: var(--wvw-size-s);
    }
    .strengths li {
      display: inline-flex;
      align-items: center;
      gap: 5px;
    }
    .dots {
      display: inline-flex;
      gap: 2px;
    }
    .dots i {
      width: 6px;
      height: 6px;
      border-radius: 50%;
      background: var(--wvw-line-2);
    }
    .dots .on {
      background: var(--wvw-accent-text);
    }
    details {
      grid-column: 1 / -1;
      font-size: var(--wvw-size-s);
    }
    summary {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
      min-height: 28px;
      cursor: pointer;
    }
    details li {
      padding-block: 2px;
      overflow-wrap: anywhere;
    }
  `;

  willUpdate() {
    this.style.setProperty('--colour', `var(--wvw-${professionSlug(this.archetype.profession)}, var(--wvw-line-3))`);
  }

  render() {
    const one = this.archetype;
    const strengths = Object.entries(one.capabilities).toSorted(([, a], [, b]) => b - a);
    return html`<div class="kind">
      <wvw-crest .profession=${one.profession}></wvw-crest>
      <div>
        <h3>${one.specialization}</h3>
        <div class="muted small">${roleName(one.role)} · ${one.id}</div>
      </div>
      ${
        this.commander
          ? html`<button class="button quiet icon" @click=${() => this.dispatchEvent(new Event('edit'))}>
              <wvw-icon name="edit"></wvw-icon><span class="visually-hidden">${t('edit', { name: one.id })}</span
            ></button>`
          : html`<span></span>`
      }
      <ul class="strengths">
        ${strengths.map(
          ([key, strength]) =>
            html`<li>
              ${capabilityName(key)}<span class="dots" aria-hidden="true"
                >${[1, 2, 3].map((n) => html`<i class=${n <= strength ? 'on' : ''}></i>`)}</span
              ><span class="visually-hidden">${strength}</span>
            </li>`,
        )}
      </ul>
      <details>
        <summary>
          <span class="tag ${{ SOURCED: 'good', SOURCED_WEAK: '', GUESS: 'warn' }[confidence(one)]}"
            >${t(confidence(one))}</span
          >
          <span class="muted"
            >${t('judged', { when: relative(one.judged) })}${one.game_build ? `, ${t('build', { n: number(one.game_build) })}` : ''},
            ${one.shipped ? t('shipped') : t('own')}</span
          >
        </summary>
        ${
          one.sources.length
            ? html`<ul>
                ${one.sources.map((source) => html`<li>${source}</li>`)}
              </ul>`
            : html`<p class="muted">${t('noSources')}</p>`
        }
      </details>
    </div>`;
  }
}

/** As the texts name it, however the server writes it. */
function confidence({ confidence: word }) {
  const upper = String(word).toUpperCase().replace('-', '_');
  return ['SOURCED', 'SOURCED_WEAK'].includes(upper) ? upper : 'GUESS';
}

customElements.define('wvw-kind', Kind);

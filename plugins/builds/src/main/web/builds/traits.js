import { css, html, nothing } from 'lit';
import { WvwElement, locale, words } from 'wvw/ui';
import { traitGrids } from './catalogue.js';
import { t } from './words.js';

const tiers = words({
  adept: ['Adept', 'Adepte'],
  master: ['Master', 'Maître'],
  grandmaster: ['Grandmaster', 'Grand maître'],
  chosen: ['chosen', 'choisie'],
  none: ['No specialisation', 'Aucune spécialisation'],
});

/** The specialisations of a build, each with its nine major traits, the chosen ones lit. */
class BuildTraits extends WvwElement {
  static properties = { lines: { attribute: false }, grids: { state: true } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-3);
    }
    .line {
      display: grid;
      grid-template-columns: minmax(120px, 168px) minmax(0, 1fr);
      overflow: hidden;
      border: 1px solid var(--wvw-line);
      border-radius: var(--wvw-radius-l);
      background: var(--wvw-surface);
    }
    .head {
      display: flex;
      flex-direction: column;
      align-items: start;
      justify-content: center;
      gap: 6px;
      padding: var(--wvw-3) var(--wvw-4);
      border-inline-start: 4px solid var(--colour);
      background: linear-gradient(90deg, color-mix(in oklab, var(--colour) 22%, var(--wvw-surface)), var(--wvw-surface));
    }
    .tiers {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 8px;
      padding: 10px 12px 12px 8px;
    }
    .tier {
      display: grid;
      grid-template-rows: auto repeat(3, minmax(0, 1fr));
      gap: 5px;
    }
    .tier > .eyebrow {
      font-size: 0.6875rem;
      letter-spacing: 0.05em;
    }
    ol {
      display: contents;
    }
    ol > li {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 34px;
      padding: 4px 9px;
      border: 1px solid transparent;
      border-radius: var(--wvw-radius-m);
      color: var(--wvw-text-2);
      font-size: var(--wvw-size-s);
      line-height: 1.25;
      overflow-wrap: break-word;
      hyphens: auto;
    }
    ol > li::before {
      flex: none;
      width: 8px;
      height: 8px;
      border: 1.5px solid var(--wvw-line-3);
      border-radius: 2px;
      transform: rotate(45deg);
      content: '';
    }
    ol > .on {
      border-color: color-mix(in oklab, var(--colour) 60%, transparent);
      background: color-mix(in oklab, var(--colour) 20%, var(--wvw-surface));
      color: var(--wvw-text);
      font-weight: 600;
    }
    ol > .on::before {
      border-color: var(--colour);
      background: var(--colour);
    }
    @media (max-width: 699px) {
      .line {
        grid-template-columns: minmax(0, 1fr);
      }
      .head {
        flex-direction: row;
        align-items: center;
        justify-content: space-between;
        padding-block: 9px;
      }
      .tiers {
        gap: 4px;
        padding: 8px 6px;
      }
      .tier > .eyebrow {
        padding-inline-start: 4px;
        font-size: 0.625rem;
        letter-spacing: 0.02em;
      }
      ol > li {
        gap: 6px;
        min-height: 42px;
        padding: 4px 5px;
        font-size: 0.75rem;
        /* "Empowerment" is wider than a third of a phone. */
        overflow-wrap: anywhere;
        hyphens: auto;
      }
      ol > li > span {
        min-width: 0;
      }
      ol > li::before {
        width: 6px;
        height: 6px;
      }
    }
  `;

  willUpdate(changed) {
    if (changed.has('lines')) this.#load();
  }

  /** Without the catalogue the chosen traits are still named: the template brings those. */
  async #load() {
    const lines = this.lines;
    const grids = await traitGrids(lines.map(({ id }) => id)).catch(() => new Map());
    if (lines === this.lines) this.grids = grids;
  }

  render() {
    return html`${this.lines.map((line) => (line.id ? this.#line(line) : this.#none()))}`;
  }

  #none() {
    return html`<div class="line"><div class="head muted">${tiers('none')}</div></div>`;
  }

  #line(line) {
    const name = line.name ?? t('unknown', { id: line.id });
    return html`<section class="line" aria-label=${name}>
      <div class="head">
        <h3 lang="en">${name}</h3>
        ${line.elite ? html`<span class="tag">${t('elite')}</span>` : nothing}
      </div>
      <div class="tiers">${['adept', 'master', 'grandmaster'].map((tier, index) => this.#tier(line, tier, index))}</div>
    </section>`;
  }

  #tier(line, tier, index) {
    const choice = line.choices[index] ?? 0;
    return html`<div class="tier">
      <div class="eyebrow">${tiers(tier)}</div>
      <ol lang="en">
        ${[1, 2, 3].map((row) => {
          const on = row === choice;
          const name = this.#trait(line, index, row, on);
          return html`<li class=${on ? 'on' : ''}>
            <span>${name}${on ? html`<span class="visually-hidden" lang=${locale()}> (${tiers('chosen')})</span>` : nothing}</span>
          </li>`;
        })}
      </ol>
    </div>`;
  }

  #trait(line, tier, row, on) {
    const known = this.grids?.get(line.id)?.majors[tier * 3 + row - 1]?.name;
    return known ?? (on ? line.traits[tier]?.name : undefined) ?? '\u00a0';
  }
}

customElements.define('wvw-build-traits', BuildTraits);

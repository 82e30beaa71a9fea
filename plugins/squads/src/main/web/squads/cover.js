import { css, html, nothing } from 'lit';
import { WvwElement, words } from 'wvw/ui';
import { met } from './coverage.js';
import { shortLabel } from './playables.js';
import { capabilityMark, capabilityName } from './words.js';

const t = words({
  coverage: ['Coverage of {where}:', 'Couverture, {where} :'],
  met: ['reached', 'atteint'],
  nobody: ['nobody gives it', 'personne ne l’apporte'],
  open: ['planned place', 'place prévue'],
});

/** How the rules of one subgroup, or of the squad, stand. Who gives what shows on hover, focus and tap. */
class SquadCover extends WvwElement {
  static properties = { standings: { attribute: false }, where: {}, wide: { type: Boolean, reflect: true } };

  static styles = css`
    :host {
      display: block;
    }
    button {
      display: flex;
      flex-wrap: wrap;
      gap: 3px;
      width: 100%;
      min-height: 28px;
      padding: 3px;
      border: 0;
      border-radius: var(--wvw-radius-s);
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: help;
    }
    button:hover {
      background: var(--wvw-hover);
    }
    .pip {
      display: inline-flex;
      flex: 1 0 auto;
      align-items: center;
      justify-content: center;
      gap: 3px;
      padding: 0 4px;
      border: 1px solid var(--wvw-good-line);
      border-radius: 4px;
      color: var(--wvw-good);
      font-size: 0.6875rem;
      font-weight: 600;
      line-height: 1.6;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .pip wvw-icon {
      --wvw-icon: 11px;
    }
    .pip.unmet {
      border-color: var(--wvw-bad-line);
      background: var(--wvw-bad-soft);
      color: var(--wvw-bad);
    }
    :host([wide]) button {
      width: auto;
      gap: 6px;
    }
    :host([wide]) .pip {
      flex: none;
      padding: 2px 10px;
      border-radius: 999px;
      font-size: var(--wvw-size-s);
    }
    .tip {
      position: fixed;
      inset: auto;
      width: max-content;
      max-width: min(430px, calc(100vw - 24px));
      max-height: calc(100dvh - 24px);
      margin: 0;
      padding: 10px 14px;
      border: 1px solid var(--wvw-line-2);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-surface);
      color: var(--wvw-text);
      box-shadow: var(--wvw-shadow);
      font-size: var(--wvw-size-s);
    }
    .tip li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 8px;
      padding-block: 3px;
    }
    .tip b {
      color: var(--wvw-good);
      font-variant-numeric: tabular-nums;
    }
    .tip .unmet b {
      color: var(--wvw-bad);
    }
    .who {
      grid-column: 2;
      color: var(--wvw-text-2);
      overflow-wrap: anywhere;
    }
  `;

  #hiding;

  render() {
    const standings = this.standings ?? [];
    if (!standings.length) return nothing;
    return html`<button
        aria-describedby="tip"
        @pointerenter=${(event) => event.pointerType === 'mouse' && this.#show()}
        @pointerleave=${this.#hideSoon}
        @focus=${this.#show}
        @blur=${this.#hide}
        @click=${this.#show}
        @keydown=${this.#key}
      >
        <span class="visually-hidden">${t('coverage', { where: this.where })}</span>
        ${standings.map((one) => this.#pip(one))}
      </button>
      <div
        class="tip"
        popover="manual"
        role="tooltip"
        id="tip"
        @pointerenter=${this.#stay}
        @pointerleave=${this.#hideSoon}
      >
        <ul>
          ${standings.map((one) => this.#row(one))}
        </ul>
      </div>`;
  }

  #pip(one) {
    return html`<span class="pip ${met(one) ? '' : 'unmet'}"
      >${this.wide ? capabilityName(one.rule) : capabilityMark(one.rule)}
      ${
        met(one) && !this.wide
          ? html`<wvw-icon name="check"></wvw-icon><span class="visually-hidden">${t('met')}</span>`
          : html`${one.have}/${one.need}`
      }</span
    > `;
  }

  #row(one) {
    const some = one.sources.slice(0, 10);
    return html`<li class=${met(one) ? '' : 'unmet'}>
      <b>${one.have}/${one.need}</b><span>${capabilityName(one.rule)}</span>
      <span class="who"
        >${
          some.length
            ? some
                .map(({ player, build, strength }) => `${player || t('open')} ${strength} (${shortLabel(build)})`)
                .join(', ')
            : t('nobody')
        }${one.sources.length > some.length ? ` +${one.sources.length - some.length}` : ''}</span
      >
    </li>`;
  }

  get #tip() {
    return this.renderRoot.querySelector('.tip');
  }

  #show() {
    this.#stay();
    const tip = this.#tip;
    if (tip.matches(':popover-open')) return;
    tip.showPopover();
    const at = this.renderRoot.querySelector('button').getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const left = Math.max(12, Math.min(at.left, innerWidth - size.width - 12));
    const above = at.bottom + size.height + 18 > innerHeight && at.top > size.height + 18;
    const top = above ? at.top - size.height - 6 : Math.min(at.bottom + 6, innerHeight - size.height - 12);
    tip.style.left = `${left}px`;
    tip.style.top = `${Math.max(12, top)}px`;
  }

  #stay() {
    clearTimeout(this.#hiding);
  }

  #hideSoon() {
    this.#stay();
    this.#hiding = setTimeout(() => this.#hide(), 160);
  }

  #hide() {
    if (this.isConnected && this.#tip?.matches(':popover-open')) this.#tip.hidePopover();
  }

  #key(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#hide();
  }
}

customElements.define('wvw-squad-cover', SquadCover);

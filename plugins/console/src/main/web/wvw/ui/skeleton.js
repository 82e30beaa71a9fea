import { css, html } from 'lit';
import { WvwElement } from './element.js';
import { words } from './i18n.js';

const t = words({ loading: ['Loading…', 'Chargement…'] });

/** Grey shapes where content will stand, so that nothing jumps when it comes. */
class WvwSkeleton extends WvwElement {
  static properties = { lines: { type: Number } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-3);
    }
    .line {
      height: var(--wvw-skeleton, 20px);
      border-radius: var(--wvw-radius-m);
      background: linear-gradient(90deg, var(--wvw-raised) 30%, var(--wvw-hover) 50%, var(--wvw-raised) 70%) 0 / 300% 100%;
      animation: shimmer 1.6s linear infinite;
    }
    .line:last-child:not(:first-child) {
      width: 66%;
    }
    :host([even]) .line {
      width: 100%;
    }
    @keyframes shimmer {
      from {
        background-position: 100% 0;
      }
      to {
        background-position: -50% 0;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .line {
        animation: none;
      }
    }
  `;

  render() {
    return html`<span class="visually-hidden" role="status">${t('loading')}</span>
      ${Array.from({ length: this.lines ?? 3 }, () => html`<div class="line"></div>`)}`;
  }
}

customElements.define('wvw-skeleton', WvwSkeleton);

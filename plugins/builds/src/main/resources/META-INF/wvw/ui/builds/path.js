import { css, html, svg } from 'lit';
import { WvwElement } from 'wvw/ui';

/**
 * Reads the trait choices out of a chat link: three times a specialisation's id and a byte of three two-bit choices.
 * Lists need no more of a link than this; whole templates come from the server.
 *
 * @param {string} link
 * @returns {Map<number, number[]>} by the specialisation's id; empty when the link is none
 */
export function traitChoices(link) {
  try {
    const bytes = atob(link.slice(2, -1));
    const lines = [2, 4, 6].map((at) => [bytes.charCodeAt(at), bytes.charCodeAt(at + 1)]);
    return new Map(lines.map(([id, bits]) => [id, [bits & 3, (bits >> 2) & 3, (bits >> 4) & 3]]));
  } catch {
    return new Map();
  }
}

/** The way through a trait grid as a small picture: three columns, the chosen row in each. Decoration. */
class TraitPath extends WvwElement {
  static properties = { choices: { attribute: false } };

  static styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 34px;
      height: 22px;
    }
    svg {
      width: 100%;
      height: 100%;
      overflow: visible;
    }
    circle {
      fill: var(--wvw-line-2);
    }
    .on {
      fill: var(--colour, var(--wvw-accent));
    }
    polyline {
      fill: none;
      stroke: var(--colour, var(--wvw-accent));
      stroke-width: 1.6;
      opacity: 0.75;
    }
  `;

  render() {
    const choices = this.choices ?? [];
    const at = choices.map((choice, tier) => [5 + tier * 12, 3 + (choice - 1) * 8, choice]).filter(([, , c]) => c > 0);
    const dots = [0, 1, 2].flatMap((tier) => [1, 2, 3].map((row) => ({ tier, row })));
    return html`<svg viewBox="0 0 34 22" aria-hidden="true">
      ${svg`<polyline points=${at.map(([x, y]) => `${x},${y}`).join(' ')} />`}
      ${dots.map(({ tier, row }) => {
        const on = choices[tier] === row;
        return svg`<circle class=${on ? 'on' : ''} cx=${5 + tier * 12} cy=${3 + (row - 1) * 8} r=${on ? 3.2 : 1.7} />`;
      })}
    </svg>`;
  }
}

customElements.define('wvw-trait-path', TraitPath);

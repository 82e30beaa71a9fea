import { css, html, nothing } from 'lit';
import { WvwElement } from 'wvw/ui';
import { look } from './look.js';
import './name-sheet.js';

/** A list of cards that is read whole, with a sheet that makes a new one: what rosters and teams have in common. */
export class CardList extends WvwElement {
  static properties = { items: { state: true }, problem: { state: true }, asking: { state: true } };

  static styles = [
    look,
    css`
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
        gap: var(--wvw-3);
      }
      .cards a {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
        height: 100%;
        align-content: start;
        padding: 14px 16px;
        border: 1px solid var(--wvw-line);
        border-radius: var(--wvw-radius-l);
        background: var(--wvw-surface);
        color: var(--wvw-text);
        text-decoration: none;
      }
      .cards a:hover {
        border-color: var(--wvw-accent-line);
        background: linear-gradient(115deg, var(--wvw-accent-soft), var(--wvw-surface) 60%);
      }
      .cards a:focus-visible {
        border-radius: var(--wvw-radius-l);
      }
      h2 {
        overflow-wrap: anywhere;
        font-size: 1rem;
      }
      p {
        overflow-wrap: anywhere;
      }
      time {
        margin-inline-start: auto;
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    this.problem = null;
    try {
      await this.read();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /**
   * @param {{heading: string, lead: string, add: string, icon: string, none: string, noneText: string,
   *   card: (one: any) => unknown, sheet: () => unknown}} page `sheet` is drawn while a new one is asked for
   */
  frame({ heading, lead, add, sheet, ...rest }) {
    return html`<div class="page-head">
        <div>
          <h1>${heading}</h1>
          <p class="muted">${lead}</p>
        </div>
        <button class="button primary" @click=${this.#ask}><wvw-icon name="plus"></wvw-icon>${add}</button>
      </div>
      ${this.#content({ add, ...rest })} ${this.asking ? sheet() : nothing}`;
  }

  #content({ add, icon, none, noneText, card }) {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.load}></wvw-problem>`;
    if (!this.items) return html`<div class="card"><wvw-skeleton lines="4"></wvw-skeleton></div>`;
    if (!this.items.length) {
      return html`<wvw-empty icon=${icon} .heading=${none} .text=${noneText}>
        <button class="button primary" @click=${this.#ask}>${add}</button>
      </wvw-empty>`;
    }
    return html`<ul class="cards">
      ${this.items.map((one) => html`<li>${card(one)}</li>`)}
    </ul>`;
  }

  #ask() {
    this.asking = true;
  }
}

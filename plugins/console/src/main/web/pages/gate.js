import { css, html } from 'lit';
import { WvwElement, fail } from 'wvw/ui';
import { enter } from './account.js';
import { fieldLook } from './field.js';

/** What the pages before the console have in common: one card with a form about an account. */
export class Gate extends WvwElement {
  static properties = {
    setup: { attribute: false },
    /** In a dialog over the page, which has the heading. */
    over: { type: Boolean, reflect: true },
    problem: { state: true },
    busy: { state: true },
  };

  static styles = [
    fieldLook,
    css`
      :host {
        display: grid;
        place-items: start center;
        padding-block-start: clamp(0px, 6vh, 64px);
      }
      :host([over]) {
        display: block;
        padding: 0;
      }
      .card {
        width: min(100%, 430px);
        padding: var(--wvw-5);
        box-shadow: var(--wvw-shadow);
      }
      .head {
        display: grid;
        justify-items: center;
        gap: 6px;
        margin-block-end: var(--wvw-5);
        text-align: center;
      }
      .head img {
        width: 52px;
        height: 52px;
        margin-block-end: 6px;
      }
      .head p {
        color: var(--wvw-text-2);
        text-wrap: balance;
      }
      form {
        display: grid;
        gap: var(--wvw-4);
      }
      .card > .problem {
        margin-block-end: var(--wvw-4);
      }
      .other {
        margin-block-start: var(--wvw-4);
        text-align: center;
      }
      summary {
        inline-size: fit-content;
        min-height: 24px;
        margin-inline: auto;
        cursor: pointer;
      }
      code {
        padding: 1px 6px;
        border-radius: var(--wvw-radius-s);
        background: var(--wvw-raised);
        font: 500 0.92em var(--wvw-mono);
      }
      @media (max-width: 479px) {
        .card {
          padding: var(--wvw-4);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.setup = { required: false, registration: 'closed' };
    this.problem = null;
    this.busy = false;
  }

  /** @param {{heading: string, text: unknown, form: unknown, other?: unknown}} parts */
  frame({ heading, text, form, other = '' }) {
    const head = html`<div class="head">
      <img src="/favicon.svg" alt="" width="52" height="52" />
      <h1>${heading}</h1>
      <p>${text}</p>
    </div>`;
    return html`<div class=${this.over ? 'stack' : 'card'}>
      ${this.over ? html`<p>${text}</p>` : head}
      ${this.problem
        ? html`<wvw-problem class="problem" final .problem=${this.problem} .heading=${this.refusal}></wvw-problem>`
        : ''}
      <form novalidate @submit=${this.#submit}>${form}</form>
      ${other}
    </div>`;
  }

  /** Sends what was typed. @param {Record<string, string>} fields */
  async send(fields) {
    await enter(this.way, fields);
    this.dispatchEvent(new Event('entered'));
  }

  /** What goes with the fields. @returns {Record<string, string>} */
  get more() {
    return {};
  }

  /** Whether a page goes on in its own way after a refusal. */
  refused() {
    return false;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const fields = Object.fromEntries(
      [...event.target.querySelectorAll('[name]')].map((field) => [field.getAttribute('name'), field.value]),
    );
    this.busy = true;
    this.problem = null;
    try {
      await this.send({ ...fields, ...this.more });
    } catch (problem) {
      if (this.refused(problem)) return;
      this.problem = problem;
      await this.updateComplete;
      fail(this.renderRoot);
    } finally {
      this.busy = false;
    }
  }
}

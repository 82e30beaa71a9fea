import { css, html, nothing } from 'lit';
import { WvwElement, fail } from 'wvw/ui';

/** One card of the account page: a heading, perhaps a problem, and a form or a list. */
export class Section extends WvwElement {
  static properties = { problem: { state: true }, busy: { state: true } };

  static styles = css`
    .lead {
      max-width: 62ch;
      margin-block-end: var(--wvw-3);
    }
    form {
      display: grid;
      gap: var(--wvw-3);
      max-width: 430px;
    }
    form .button {
      justify-self: start;
    }
    wvw-problem {
      margin-block-end: var(--wvw-3);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 4px var(--wvw-3);
      padding-block: 11px;
      border-block-start: 1px solid var(--wvw-line);
    }
    li:first-child {
      border: 0;
    }
    li > div {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    code {
      font: 500 0.92em var(--wvw-mono);
      overflow-wrap: anywhere;
    }
  `;

  /**
   * A dialog of a section, while it is `asking`, shows the problem itself.
   * @param {string} heading @param {string} lead @param {unknown} content @param {string} [refusal]
   */
  card(heading, lead, content, refusal = '') {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      ${lead ? html`<p class="lead muted">${lead}</p>` : nothing}
      ${this.problem && !this.asking
        ? html`<wvw-problem final .problem=${this.problem} .heading=${refusal}></wvw-problem>`
        : nothing}
      ${content}
    </section>`;
  }

  /**
   * Does something that may be refused, once at a time, and shows the refusal.
   * @param {() => Promise<void>} work
   * @returns {Promise<boolean>} whether it was done
   */
  async attempt(work) {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    try {
      await work();
      return true;
    } catch (problem) {
      this.problem = problem;
      await this.updateComplete;
      fail(this.renderRoot);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** The values of a form's named fields. @param {HTMLElement} form @returns {Record<string, string>} */
  values(form) {
    return Object.fromEntries(
      [...form.querySelectorAll('[name]')].map((field) => [field.getAttribute('name'), field.value.trim()]),
    );
  }
}

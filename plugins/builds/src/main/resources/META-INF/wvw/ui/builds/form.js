import { css, html } from 'lit';
import '@vaadin/multi-select-combo-box';
import '@vaadin/select';
import '@vaadin/text-area';
import '@vaadin/text-field';
import { WvwElement, fail, fieldError } from 'wvw/ui';
import { roleName, roles, t } from './words.js';

/** Stands for no role: a select cannot show the label of an empty value. */
const NONE = '-';

/**
 * What a person says about a build: name, who sees it, role, tags, notes. `build` presets it; `value` is what to send.
 */
class BuildForm extends WvwElement {
  static properties = {
    build: { attribute: false },
    problem: { attribute: false },
    visibility: { state: true },
    tags: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--wvw-4);
    }
    .all {
      grid-column: 1 / -1;
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 6px;
      font-size: var(--wvw-size-s);
      font-weight: 600;
    }
    .choices {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--wvw-2);
    }
    .choices label {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      align-content: start;
      gap: 0 10px;
      padding: 9px 12px;
      border: 1px solid var(--wvw-field-line);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-field);
      cursor: pointer;
    }
    .choices label:has(:checked) {
      border-color: var(--wvw-accent);
      background: var(--wvw-accent-soft);
    }
    .choices label:has(:focus-visible) {
      outline: 2px solid var(--wvw-focus);
      outline-offset: 1px;
    }
    .choices input {
      margin: 0;
      accent-color: var(--wvw-accent);
      outline: none;
    }
    .choices span {
      font-weight: 600;
    }
    .choices small {
      grid-column: 2;
      color: var(--wvw-text-2);
      font-size: var(--wvw-size-xs);
    }
    vaadin-text-area {
      min-height: 110px;
    }
    @media (max-width: 599px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  willUpdate(changed) {
    if (!changed.has('build')) return;
    this.visibility = this.build?.visibility ?? 'private';
    this.tags = this.build?.tags ?? [];
  }

  /** @returns {{name: string, visibility: string, role: string, tags: string[], notes: string}} */
  get value() {
    const field = (name) => this.renderRoot.querySelector(`[name=${name}]`);
    return {
      name: field('name').value.trim(),
      visibility: this.visibility,
      role: field('role').value === NONE ? '' : field('role').value,
      tags: this.tags,
      notes: field('notes').value,
    };
  }

  /** Moves to the first field that was refused. */
  async showProblem() {
    await this.updateComplete;
    fail(this.renderRoot);
  }

  render() {
    const { build = {}, problem } = this;
    const own = build.role && !roles.includes(build.role) ? [build.role] : [];
    const items = [
      { value: NONE, label: t('noRole') },
      ...[...own, ...roles].map((role) => ({ value: role, label: roleName(role) })),
    ];
    return html`
      <vaadin-text-field
        name="name"
        class="all"
        .label=${t('name')}
        .value=${build.name ?? ''}
        maxlength="100"
        required
        autocomplete="off"
        .errorMessage=${fieldError(problem, 'name')}
        .invalid=${Boolean(fieldError(problem, 'name'))}
      ></vaadin-text-field>
      <fieldset class="all">
        <legend>${t('visibility')}</legend>
        <div class="choices">${this.#visibility('private')} ${this.#visibility('public')}</div>
      </fieldset>
      <vaadin-select
        name="role"
        .label=${t('role')}
        .items=${items}
        .value=${build.role || NONE}
        .errorMessage=${fieldError(problem, 'role')}
        .invalid=${Boolean(fieldError(problem, 'role'))}
      ></vaadin-select>
      <vaadin-multi-select-combo-box
        .label=${t('tags')}
        .helperText=${t('tagsHelp')}
        allow-custom-value
        auto-expand-vertically
        .items=${this.tags}
        .selectedItems=${this.tags}
        .errorMessage=${fieldError(problem, 'tags')}
        .invalid=${Boolean(fieldError(problem, 'tags'))}
        @custom-value-set=${this.#addTag}
        @selected-items-changed=${this.#tagsChanged}
      ></vaadin-multi-select-combo-box>
      <vaadin-text-area
        name="notes"
        class="all"
        .label=${t('notes')}
        .value=${build.notes ?? ''}
        maxlength="10000"
        .errorMessage=${fieldError(problem, 'notes')}
        .invalid=${Boolean(fieldError(problem, 'notes'))}
      ></vaadin-text-area>
    `;
  }

  #visibility(value) {
    return html`<label>
      <input
        type="radio"
        name="visibility"
        .value=${value}
        .checked=${this.visibility === value}
        @change=${() => (this.visibility = value)}
      />
      <span>${t(value)}</span><small>${t(`${value}Help`)}</small>
    </label>`;
  }

  #addTag(event) {
    const tag = event.detail.trim().toLowerCase();
    if (tag && !this.tags.includes(tag)) this.tags = [...this.tags, tag];
  }

  #tagsChanged(event) {
    const tags = event.detail.value;
    if (tags.join('\n') !== this.tags.join('\n')) this.tags = [...tags];
  }
}

customElements.define('wvw-build-form', BuildForm);

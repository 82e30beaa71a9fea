import { html, nothing } from 'lit';
import '@vaadin/multi-select-combo-box';
import '@vaadin/select';
import '@vaadin/text-area';
import '@vaadin/text-field';
import { WvwElement, api, fail, fieldError, saying, session, toast } from 'wvw/ui';
import { look } from './form-look.js';
import { roleName, roles, t } from './words.js';

/** Stands for no role: a select cannot show the label of an empty value. */
const NONE = '-';

/**
 * What a person says about a build: name, who sees it, role, tags, notes. `build` presets it; `value` is what to send.
 * Fires `changed` with it.
 */
class BuildForm extends WvwElement {
  static properties = {
    build: { attribute: false },
    problem: { attribute: false },
    visibility: { state: true },
    team: { state: true },
    teams: { state: true },
    tags: { state: true },
    known: { state: true },
    preview: { state: true },
  };

  static styles = look;

  willUpdate(changed) {
    if (!changed.has('build')) return;
    if (changed.get('build') && this.renderRoot && same(this.build, this.#last)) return;
    this.visibility = this.build?.visibility ?? 'private';
    this.team = this.build?.team_id ?? '';
    this.tags = this.build?.tags ?? [];
  }

  /** What was told last: hearing it again from outside changes nothing here. */
  #last = null;

  connectedCallback() {
    super.connectedCallback();
    if (session.user) this.#load();
  }

  /** Without these lists there is no team to choose and no tag to suggest; the rest works. */
  async #load() {
    const items = (page) => page.items;
    [this.teams, this.known] = await Promise.all([
      api.get('teams?limit=200').then(items, () => []),
      api.get('tags?limit=100').then(items, () => []),
    ]);
  }

  /** @returns {{name: string, visibility: string, team_id?: string, role: string, tags: string[], notes: string}} */
  get value() {
    const field = (name) => this.renderRoot.querySelector(`[name=${name}]`);
    return {
      name: field('name').value.trim(),
      visibility: this.visibility,
      ...(this.visibility === 'team' ? { team_id: this.team } : {}),
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

  async #changed() {
    await this.updateComplete;
    if (!this.isConnected) return;
    const value = this.value;
    if (same(value, this.#last)) return;
    this.#last = value;
    this.dispatchEvent(new CustomEvent('changed', { detail: value }));
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
        @input=${this.#changed}
      ></vaadin-text-field>
      <fieldset class="all">
        <legend>${t('visibility')}</legend>
        <div class="choices">
          ${this.#visibility('private')} ${this.teams?.length || build.team_id ? this.#visibility('team') : nothing}
          ${this.#visibility('public')}
        </div>
        ${this.visibility === 'team' ? this.#team() : nothing}
      </fieldset>
      <vaadin-select
        name="role"
        .label=${t('role')}
        .items=${items}
        .value=${build.role || NONE}
        .errorMessage=${fieldError(problem, 'role')}
        .invalid=${Boolean(fieldError(problem, 'role'))}
        @change=${this.#changed}
      ></vaadin-select>
      <vaadin-multi-select-combo-box
        .label=${t('tags')}
        .helperText=${t('tagsHelp')}
        allow-custom-value
        auto-expand-vertically
        .items=${[...new Set([...this.tags, ...(this.known ?? [])])]}
        .selectedItems=${this.tags}
        .errorMessage=${fieldError(problem, 'tags')}
        .invalid=${Boolean(fieldError(problem, 'tags'))}
        @custom-value-set=${this.#addTag}
        @selected-items-changed=${this.#tagsChanged}
      ></vaadin-multi-select-combo-box>
      <div class="all notes">
      <vaadin-text-area
        name="notes"
        .label=${t('notes')}
        .value=${build.notes ?? ''}
        maxlength="10000"
        .helperText=${t('notesHelp')}
        .errorMessage=${fieldError(problem, 'notes')}
        .invalid=${Boolean(fieldError(problem, 'notes'))}
        @input=${this.#changed}
      ></vaadin-text-area>
      <div class="row">
        <button type="button" class="button" aria-expanded=${this.preview === undefined ? 'false' : 'true'} @click=${this.#show}>
          ${t(this.preview === undefined ? 'preview' : 'noPreview')}
        </button>
      </div>
      ${this.preview === undefined
        ? nothing
        : html`<div class="preview" role="region" aria-label=${t('preview')} .innerHTML=${this.preview || t('empty')}></div>`}
      </div>
    `;
  }

  #team() {
    const teams = this.teams ?? [];
    const error = fieldError(this.problem, 'team_id');
    const items = teams.map(({ id, name }) => ({ value: id, label: name }));
    return html`<vaadin-select
      class="team"
      name="team_id"
      .label=${t('team')}
      .items=${items}
      .value=${this.team}
      .errorMessage=${error}
      .invalid=${Boolean(error)}
      @change=${(event) => {
        this.team = event.target.value;
        this.#changed();
      }}
    ></vaadin-select>`;
  }

  /** The server makes the HTML, as it does for the page: what somebody typed as HTML comes back as text. */
  async #show() {
    if (this.preview !== undefined) {
      this.preview = undefined;
      return;
    }
    const { notes } = this.value;
    this.preview = '';
    try {
      const sketch = { template: { profession: 'Guardian' }, notes };
      this.preview = (await api.post('share-codes/encode', sketch)).notes_html;
    } catch (problem) {
      this.preview = undefined;
      toast(saying(problem), { kind: 'bad' });
    }
  }

  #visibility(value) {
    return html`<label>
      <input
        type="radio"
        name="visibility"
        .value=${value}
        .checked=${this.visibility === value}
        @change=${() => {
          this.visibility = value;
          this.#changed();
        }}
      />
      <span>${t(value)}</span><small>${t(`${value}Help`)}</small>
    </label>`;
  }

  #addTag(event) {
    const tag = event.detail.trim().toLowerCase();
    if (!tag || this.tags.includes(tag)) return;
    this.tags = [...this.tags, tag];
    this.#changed();
  }

  #tagsChanged(event) {
    const tags = event.detail.value;
    if (tags.join('\n') === this.tags.join('\n')) return;
    this.tags = [...tags];
    this.#changed();
  }
}

/** @param {any} one @param {any} other */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

customElements.define('wvw-build-form', BuildForm);

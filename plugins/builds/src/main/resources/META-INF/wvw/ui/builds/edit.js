import { css, html, nothing } from 'lit';
import { WvwElement, api, toast, words } from 'wvw/ui';

const t = words({
  heading: ['Edit the build', 'Modifier le build'],
  save: ['Save', 'Enregistrer'],
  cancel: ['Cancel', 'Annuler'],
  saved: ['Saved', 'Enregistré'],
  notSaved: ['Nothing was saved', 'Rien n’a été enregistré'],
  newer: ['Take the newer version', 'Reprendre la version récente'],
});

/** The dialog in which a build's owner changes what he says about it. Fires `saved` with the new build. */
class BuildEdit extends WvwElement {
  static properties = {
    build: { attribute: false },
    shown: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  static styles = css`
    form {
      display: grid;
      gap: var(--wvw-4);
    }
    .end {
      justify-content: end;
    }
  `;

  /** The form's fields are loaded only when somebody edits. */
  async open() {
    await import('./form.js');
    this.problem = null;
    this.shown = true;
    await this.updateComplete;
    this.renderRoot.querySelector('wvw-dialog').open();
  }

  render() {
    if (!this.shown) return nothing;
    return html`<wvw-dialog .heading=${t('heading')} @closed=${() => (this.shown = false)}>
      <form novalidate @submit=${this.#save}>
        ${this.problem
          ? html`<wvw-problem final .heading=${t('notSaved')} .problem=${this.problem}></wvw-problem>`
          : nothing}
        <wvw-build-form .build=${this.build} .problem=${this.problem}></wvw-build-form>
        <div class="row end">
          ${this.problem?.status === 412
            ? html`<button type="button" class="button" @click=${this.#reload}>${t('newer')}</button>`
            : nothing}
          <button type="button" class="button" @click=${this.#close}>${t('cancel')}</button>
          <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${t('save')}</button>
        </div>
      </form>
    </wvw-dialog>`;
  }

  #close() {
    this.renderRoot.querySelector('wvw-dialog').close();
  }

  async #save(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = this.renderRoot.querySelector('wvw-build-form');
    const { id, etag } = this.build;
    this.busy = true;
    this.problem = null;
    try {
      const build = await api.patch(`builds/${id}`, form.value, etag ? { headers: { 'If-Match': etag } } : {});
      this.#told(build);
      toast(t('saved'));
      this.#close();
    } catch (problem) {
      this.problem = problem;
      await this.updateComplete;
      form.showProblem();
    } finally {
      this.busy = false;
    }
  }

  /** Somebody was faster: shows what they saved, in the page and in the form. */
  async #reload() {
    this.#told(await api.get(`builds/${this.build.id}`));
    this.problem = null;
  }

  #told(build) {
    this.dispatchEvent(new CustomEvent('saved', { detail: build }));
  }
}

customElements.define('wvw-build-edit', BuildEdit);

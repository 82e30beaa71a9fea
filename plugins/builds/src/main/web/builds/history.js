import { css, html, nothing } from 'lit';
import { WvwElement, api, confirm, dateTime, relative, saying, toast, words } from 'wvw/ui';
import { fieldName } from './field-names.js';

const t = words({
  heading: ['History', 'Historique'],
  show: ['Show the history', 'Afficher l’historique'],
  now: ['now', 'actuelle'],
  version: ['Version {n}', 'Version {n}'],
  by: ['by {name}', 'par {name}'],
  first: ['The first state that is kept.', 'Le premier état conservé.'],
  restore: ['Restore', 'Restaurer'],
  ask: ['Go back to version {n}?', 'Revenir à la version {n} ?'],
  askText: [
    'The build becomes what it was then. What it is now stays in the history; who sees it does not change.',
    'Le build redevient ce qu’il était. Son état actuel reste dans l’historique ; sa visibilité ne change pas.',
  ],
  restored: ['Version {n} is back', 'La version {n} est rétablie'],
  nothing: ['nothing', 'rien'],
  before: ['before', 'avant'],
  after: ['after', 'après'],
});

/** What a build was: each state with what made it different, and the way back. Fires `restored` with the build. */
class BuildHistory extends WvwElement {
  static properties = {
    build: { attribute: false },
    states: { state: true },
    problem: { state: true },
    open: { state: true },
    busy: { state: true },
  };

  static styles = css`
    :host {
      display: block;
    }
    .card > h2 {
      margin: 0;
    }
    .list {
      margin-block-start: var(--wvw-3);
    }
    .list > li {
      display: grid;
      gap: 6px;
      padding-block: 12px;
      border-block-start: 1px solid var(--wvw-line);
    }
    dl {
      display: grid;
      gap: 4px;
    }
    dl > div {
      display: grid;
      grid-template-columns: 128px minmax(0, 1fr);
      gap: 2px 10px;
      font-size: var(--wvw-size-s);
      overflow-wrap: anywhere;
    }
    dt {
      color: var(--wvw-text-2);
    }
    del {
      color: var(--wvw-bad);
      text-decoration-color: color-mix(in oklab, var(--wvw-bad) 55%, transparent);
    }
    ins {
      color: var(--wvw-good);
      text-decoration: none;
    }
    @media (max-width: 559px) {
      dl > div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  willUpdate(changed) {
    if (changed.has('build') && this.open && changed.get('build')?.version !== this.build.version) this.#load();
  }

  #load = async () => {
    this.open = true;
    this.problem = null;
    try {
      this.states = (await api.get(`builds/${this.build.id}/history`)).items;
    } catch (problem) {
      this.problem = problem;
    }
  };

  render() {
    return html`<section class="card">
      <div class="row spread">
        <h2>${t('heading')}</h2>
        ${this.open
          ? nothing
          : html`<button class="button" @click=${this.#load}><wvw-icon name="clock"></wvw-icon>${t('show')}</button>`}
      </div>
      ${this.open ? this.#content() : nothing}
    </section>`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#load}></wvw-problem>`;
    if (!this.states) return html`<wvw-skeleton lines="4"></wvw-skeleton>`;
    return html`<ol class="list">
      ${this.states.map((state, index) => this.#state(state, index === 0))}
    </ol>`;
  }

  #state({ version, at, editor, changes }, newest) {
    return html`<li>
      <div class="row spread">
        <div>
          <strong>${t('version', { n: version })}</strong>
          <span class="muted small" title=${dateTime(at)}
            >${relative(at)}${editor.username ? ` · ${t('by', { name: editor.username })}` : ''}</span
          >
        </div>
        ${newest
          ? html`<span class="tag good">${t('now')}</span>`
          : html`<button class="button" aria-busy=${this.busy ? 'true' : 'false'} @click=${() => this.#restore(version)}>
              ${t('restore')}<span class="visually-hidden"> ${t('version', { n: version })}</span
            ></button>`}
      </div>
      ${changes.length
        ? html`<dl>${changes.filter(({ field }) => field !== 'chat_link').map((change) => this.#change(change))}</dl>`
        : html`<p class="small muted">${t('first')}</p>`}
    </li>`;
  }

  #change({ field, before, after }) {
    return html`<div>
      <dt>${fieldName(field)}</dt>
      <dd>
        ${before ? html`<del><span class="visually-hidden">${t('before')} </span>${before}</del> → ` : nothing}<ins
          ><span class="visually-hidden">${t('after')} </span>${after ?? t('nothing')}</ins
        >
      </dd>
    </div>`;
  }

  async #restore(version) {
    if (this.busy) return;
    const sure = await confirm({ heading: t('ask', { n: version }), text: t('askText'), action: t('restore') });
    if (!sure) return;
    this.busy = true;
    try {
      const { id, etag } = this.build;
      const build = await api.post(`builds/${id}/restore`, { version }, etag ? { headers: { 'If-Match': etag } } : {});
      toast(t('restored', { n: version }));
      this.dispatchEvent(new CustomEvent('restored', { detail: build }));
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('wvw-build-history', BuildHistory);

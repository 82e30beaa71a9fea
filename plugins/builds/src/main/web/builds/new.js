import { css, html } from 'lit';
import { WvwElement, api, locale, navigate, professionName, session, toast, words } from 'wvw/ui';
import { traitGrids } from './catalogue.js';
import './form.js';
import './template.js';

const t = words({
  heading: ['Read a build', 'Lire un build'],
  lead: [
    'Paste a chat link from the game: you see what it says before anything is saved.',
    'Collez un lien de build du jeu : vous voyez ce qu’il contient avant d’enregistrer.',
  ],
  list: ['All builds', 'Tous les builds'],
  keep: ['Keep this build', 'Garder ce build'],
  save: ['Save the build', 'Enregistrer le build'],
  change: ['Change it first', 'Le modifier d’abord'],
  hand: ['Build by hand', 'Composer à la main'],
  saved: ['“{name}” was saved', '« {name} » est enregistré'],
  notSaved: ['The build was not saved', 'Le build n’a pas été enregistré'],
  signIn: ['Sign in to keep it', 'Se connecter pour le garder'],
  signInText: [
    'You can read every link without an account. To save it, sign in: you come back to this build.',
    'Vous pouvez lire tous les liens sans compte. Pour l’enregistrer, connectez-vous : vous reviendrez à ce build.',
  ],
  wrong: ['This link cannot be read', 'Ce lien est illisible'],
});

/** Reads the chat link behind the address' hash, shows it, and saves it. */
class BuildNew extends WvwElement {
  static properties = {
    link: { state: true },
    template: { state: true },
    problem: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-4);
    }
    .page-head {
      margin: 0;
    }
    .back {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
    .save {
      display: grid;
      gap: var(--wvw-4);
    }
    .save > h2 {
      margin: 0;
    }
    .title {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--wvw-3);
      --wvw-crest: 44px;
    }
    .title h2 {
      font-size: 1.375rem;
    }
  `;

  #read = () => {
    const link = decodeURIComponent(location.hash.slice(1));
    if (link === this.link) return;
    this.link = link;
    this.template = null;
    if (link) this.#decode();
  };

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('wvw-navigate', this.#read);
    addEventListener('popstate', this.#read);
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('wvw-navigate', this.#read);
    removeEventListener('popstate', this.#read);
  }

  async #decode() {
    const { link } = this;
    this.problem = null;
    try {
      const template = await api.post(`chat-links/decode?lang=${locale()}`, { chat_link: link });
      await traitGrids(template.specializations.map(({ id }) => id)).catch(() => null);
      if (link === this.link) this.template = template;
    } catch (problem) {
      if (link === this.link) this.problem = problem;
    }
  }

  render() {
    return html`
      <div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
        <div class="row">
          ${session.user
            ? html`<a class="button" href="/builds/new/edit"><wvw-icon name="edit"></wvw-icon>${t('hand')}</a>`
            : ''}
          <a class="button" href="/builds"><wvw-icon name="builds"></wvw-icon>${t('list')}</a>
        </div>
      </div>
      <wvw-paste .value=${this.link}></wvw-paste>
      ${this.#content()}
    `;
  }

  #content() {
    if (!this.link) return '';
    if (this.problem) {
      return html`<wvw-problem
        .heading=${t('wrong')}
        .problem=${this.#readable()}
        ?final=${this.problem.status === 422 || this.problem.status === 400}
        @retry=${this.#decode}
      ></wvw-problem>`;
    }
    if (!this.template) return html`<div class="card"><wvw-skeleton lines="9"></wvw-skeleton></div>`;
    return html`
      <div class="title">
        <wvw-crest .profession=${this.template.profession}></wvw-crest>
        <h2>${this.#suggested()}</h2>
      </div>
      <wvw-build-template .template=${this.template}></wvw-build-template>
      ${session.user ? this.#form() : this.#visitor()}
    `;
  }

  #form() {
    return html`<form class="card save" novalidate @submit=${this.#save}>
      <h2>${t('keep')}</h2>
      ${this.refused
        ? html`<wvw-problem final .heading=${t('notSaved')} .problem=${this.refused}></wvw-problem>`
        : ''}
      <wvw-build-form .build=${this.#preset()} .problem=${this.refused}></wvw-build-form>
      <div class="row">
        <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${t('save')}</button>
        <a class="button" href="/builds/new/edit#${encodeURIComponent(this.link)}">${t('change')}</a>
      </div>
    </form>`;
  }

  #visitor() {
    return html`<section class="card save">
      <h2>${t('keep')}</h2>
      <p class="muted">${t('signInText')}</p>
      <div class="row"><button class="button primary" @click=${this.#signIn}>${t('signIn')}</button></div>
    </section>`;
  }

  #signIn() {
    document.dispatchEvent(new CustomEvent('wvw-sign-in-needed'));
  }

  /** The elite specialisation names a build best. */
  #suggested() {
    const elite = this.template.specializations.find((line) => line.elite);
    return elite?.name ?? professionName(this.template.profession);
  }

  #preset() {
    this.presets ??= new WeakMap();
    if (!this.presets.has(this.template)) this.presets.set(this.template, { name: this.#suggested() });
    return this.presets.get(this.template);
  }

  /** What is wrong with the link itself says more than that a field is wrong. */
  #readable() {
    const why = this.problem.field?.('chat_link');
    return why ? { status: 400, detail: why } : this.problem;
  }

  async #save(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = this.renderRoot.querySelector('wvw-build-form');
    this.busy = true;
    this.refused = null;
    try {
      const build = await api.post('builds', { ...form.value, chat_link: this.link, game_mode: 'wvw' });
      toast(t('saved', { name: build.name }));
      navigate(`/builds/${build.id}`);
    } catch (problem) {
      this.refused = problem;
      await this.updateComplete;
      form.showProblem();
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('wvw-build-new', BuildNew);

import { css, html, nothing } from 'lit';
import { api, confirm, copy, words } from 'wvw/ui';
import { look } from './look.js';
import { Sheet } from './sheet.js';
import { t as shared } from './words.js';

const t = words({
  heading: ['Export and share', 'Exporter et partager'],
  dirty: [
    'This is the squad as it was last saved: save first to export your changes.',
    'Voici l’escouade telle qu’elle a été enregistrée : enregistrez d’abord pour exporter vos modifications.',
  ],
  text: ['Text', 'Texte'],
  discord: ['Discord', 'Discord'],
  copy: ['Copy', 'Copier'],
  preview: ['What is copied', 'Ce qui est copié'],
  copied: ['Copied: paste it where your guild reads', 'Copié : collez-le là où lit votre guilde'],
  csv: ['Spreadsheet (CSV)', 'Tableur (CSV)'],
  png: ['Picture (PNG)', 'Image (PNG)'],
  link: ['Public link', 'Lien public'],
  linkHelp: [
    'Whoever knows it reads this squad, without an account.',
    'Qui le connaît lit cette escouade, sans compte.',
  ],
  make: ['Make a link', 'Créer un lien'],
  again: ['Make another link', 'Créer un autre lien'],
  end: ['End the link', 'Mettre fin au lien'],
  endAsk: ['End this link?', 'Mettre fin à ce lien ?'],
  endText: [
    'Whoever has it no longer reads the squad. A new one will be another address.',
    'Ceux qui l’ont ne liront plus l’escouade. Un nouveau lien aura une autre adresse.',
  ],
  address: ['Address', 'Adresse'],
});

/** A squad for other places. Fires `shared` with the code of the public link, or null. `path` replaces the composition's. */
class ExportSheet extends Sheet {
  static properties = {
    saved: { attribute: false },
    path: {},
    dirty: { type: Boolean },
    format: { state: true },
    content: { state: true },
  };

  static styles = [
    look,
    css`
      pre {
        max-height: 240px;
        margin: 0;
        padding: 12px;
        overflow: auto;
        border: 1px solid var(--wvw-line-2);
        border-radius: var(--wvw-radius-m);
        background: var(--wvw-field);
        font: 400 var(--wvw-size-s) / 1.5 var(--wvw-mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      section {
        display: grid;
        gap: var(--wvw-2);
      }
      section + section {
        padding-block-start: var(--wvw-3);
        border-block-start: 1px solid var(--wvw-line);
      }
    `,
  ];

  constructor() {
    super();
    this.format = 'discord';
  }

  firstUpdated() {
    super.firstUpdated();
    this.#read('discord');
  }

  get #base() {
    return this.path ?? `compositions/${this.saved.id}`;
  }

  /** Shows what was chosen last, whichever answer comes last. */
  async #read(format) {
    Object.assign(this, { format, content: null, problem: null });
    try {
      const { blob } = await api.file(`${this.#base}/export?format=${format}`);
      const text = await blob.text();
      if (format === this.format) this.content = text;
    } catch (problem) {
      if (format === this.format) this.problem = problem;
    }
  }

  render() {
    return this.frame(
      t('heading'),
      html`<div class="stack">
        ${this.dirty ? html`<div class="note warn"><wvw-icon name="warning"></wvw-icon>${t('dirty')}</div>` : nothing}
        <section>
          <div class="row spread">
            <div class="row" role="group" aria-label=${t('preview')}>
              ${['discord', 'text'].map((one) => html`<button class="pick plain" aria-pressed=${one === this.format ? 'true' : 'false'} @click=${() => this.#read(one)}>${t(one)}</button>`)}
            </div>
            <button class="button primary" ?disabled=${!this.content} @click=${() => copy(this.content, t('copied'))}>
              <wvw-icon name="copy"></wvw-icon>${t('copy')}
            </button>
          </div>
          ${
            this.content === null || this.content === undefined
              ? html`<wvw-skeleton lines="5"></wvw-skeleton>`
              : html`<pre tabindex="0" role="region" aria-label=${t('preview')}>${this.content}</pre>`
          }
          <div class="row">
            <button class="button" @click=${() => this.#save('csv')}>${t('csv')}</button>
            <button class="button" @click=${() => this.#save('png')}>${t('png')}</button>
          </div>
        </section>
        ${this.saved?.editable ? this.#link() : nothing}
      </div>`,
      html`<button class="button" @click=${this.close}>${shared('close')}</button>`,
    );
  }

  #save(format) {
    return this.work(async () => {
      const { blob, name } = await api.file(`${this.#base}/export?format=${format}`);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
  }

  #link() {
    const code = this.saved.share_code;
    const address = code && `${location.origin}/squads/shared/${code}`;
    return html`<section>
      <h3>${t('link')}</h3>
      <p class="muted small">${t('linkHelp')}</p>
      ${
        address
          ? html`<input
                readonly
                .value=${address}
                aria-label=${t('address')}
                @focus=${(event) => event.target.select()}
              />
              <div class="row">
                <button class="button" @click=${() => copy(address)}>
                  <wvw-icon name="copy"></wvw-icon>${t('copy')}
                </button>
                <button class="button" @click=${this.#make}>${t('again')}</button>
                <button class="button" @click=${this.#end}>${t('end')}</button>
              </div>`
          : html`<div class="row">
              <button class="button" @click=${this.#make}><wvw-icon name="link"></wvw-icon>${t('make')}</button>
            </div>`
      }
    </section>`;
  }

  #make() {
    return this.work(async () => {
      const { code } = await api.post(`compositions/${this.saved.id}/link`);
      this.tell('shared', code);
    });
  }

  async #end() {
    if (!(await confirm({ heading: t('endAsk'), text: t('endText'), action: t('end') }))) return;
    await this.work(async () => {
      await api.delete(`compositions/${this.saved.id}/link`);
      this.tell('shared', null);
    });
  }
}

customElements.define('wvw-export-sheet', ExportSheet);

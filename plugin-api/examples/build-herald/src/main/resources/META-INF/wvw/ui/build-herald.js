import { css, html } from 'lit';
import { WvwElement, api, dateTime, relative, words } from 'wvw/ui';
import './build-herald/notice.js';

const t = words({
  heading: ['Notice board', 'Panneau d’affichage'],
  lead: ['The newest public builds of the guild.', 'Les builds publics les plus récents de la guilde.'],
  none: ['Nothing yet', 'Rien pour l’instant'],
  noneText: ['A build that is saved as public appears here.', 'Un build enregistré comme public apparaît ici.'],
  count: ['One build, read {when}.|{n} builds, read {when}.', 'Un build, lu {when}.|{n} builds, lus {when}.'],
  again: ['Read again', 'Actualiser'],
});

/** The page: a class that the console makes once it is wanted, so there is no element to define. */
export default class BuildHeraldPanel extends WvwElement {
  static properties = { notices: { state: true }, problem: { state: true } };

  static styles = css`
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
      gap: var(--wvw-3);
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  async #read() {
    this.problem = null;
    try {
      this.notices = (await api.get('build-herald')).items;
      this.read = Date.now();
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
        <button class="button" @click=${this.#read}><wvw-icon name="retry"></wvw-icon>${t('again')}</button>
      </div>
      ${this.#content()}`;
  }

  #content() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${this.#read}></wvw-problem>`;
    if (!this.notices) return html`<div class="card"><wvw-skeleton lines="4"></wvw-skeleton></div>`;
    if (!this.notices.length) {
      return html`<wvw-empty icon="book" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`;
    }
    const when = html`<span class="muted small" role="status" title=${dateTime(this.read)}
      >${t('count', { n: this.notices.length, when: relative(this.read) })}</span
    >`;
    return html`<div class="stack">
      ${when}
      <ul>
        ${this.notices.map((notice) => html`<li><build-herald-notice .notice=${notice}></build-herald-notice></li>`)}
      </ul>
    </div>`;
  }
}

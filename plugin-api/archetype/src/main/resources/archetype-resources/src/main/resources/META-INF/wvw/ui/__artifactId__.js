#set( $d = '$' )
import { html } from 'lit';
import { WvwElement, api, relative, words } from 'wvw/ui';

const t = words({
  heading: ['Notes', 'Notes'],
  none: ['Nothing yet', 'Rien pour l’instant'],
  noneText: ['What is noted appears here.', 'Ce qui est noté apparaît ici.'],
});

/** The page of the plugin. */
export default class NotesPanel extends WvwElement {
  static properties = { notes: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.read();
  }

  async read() {
    this.problem = null;
    try {
      this.notes = (await api.get('${artifactId}')).items;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="page-head"><h1>${d}{t('heading')}</h1></div>
      ${d}{this.content()}`;
  }

  content() {
    if (this.problem) return html`<wvw-problem .problem=${d}{this.problem} @retry=${d}{this.read}></wvw-problem>`;
    if (!this.notes) return html`<div class="card"><wvw-skeleton lines="4"></wvw-skeleton></div>`;
    if (!this.notes.length) {
      return html`<wvw-empty icon="book" .heading=${d}{t('none')} .text=${d}{t('noneText')}></wvw-empty>`;
    }
    return html`<ul class="stack">
      ${d}{this.notes.map((note) => html`<li class="card">${d}{note.text} <span class="muted">${d}{relative(note.at)}</span></li>`)}
    </ul>`;
  }
}

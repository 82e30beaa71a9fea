#set( $d = '$' )
import '@vaadin/text-field';
import { css, html } from 'lit';
import { WvwElement, api, relative, saying, toast, words } from 'wvw/ui';

const t = words({
  heading: ['Notes', 'Notes'],
  text: ['New note', 'Nouvelle note'],
  add: ['Add', 'Ajouter'],
  none: ['Nothing yet', 'Rien pour l’instant'],
  noneText: ['What is noted appears here.', 'Ce qui est noté apparaît ici.'],
});

/** What the resource refuses, by the type of the problem: the server says it in English only. */
const refusals = words({
  'note-text': ['A note has 1 to 500 characters.', 'Une note a de 1 à 500 caractères.'],
});

function told(problem) {
  const type = problem.type.replace('urn:wvw:problem:', '');
  return type === 'note-text' ? refusals(type) : saying(problem);
}

/** The page of the plugin. */
export default class NotesPanel extends WvwElement {
  static properties = { notes: { state: true }, problem: { state: true } };

  static styles = css`
    form.row {
      align-items: end;
    }
    vaadin-text-field {
      flex: 1 1 12rem;
    }
  `;

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

  async add(event) {
    event.preventDefault();
    const field = event.target.querySelector('[name=text]');
    try {
      await api.post('${artifactId}', { text: field.value });
      field.value = '';
      await this.read();
    } catch (problem) {
      toast(told(problem), { kind: 'bad' });
    }
  }

  render() {
    return html`<div class="page-head"><h1>${d}{t('heading')}</h1></div>
      <div class="stack">
        <form class="card row" novalidate @submit=${d}{this.add}>
          <vaadin-text-field name="text" .label=${d}{t('text')} maxlength="500" autocomplete="off"></vaadin-text-field>
          <button class="button primary">${d}{t('add')}</button>
        </form>
        ${d}{this.content()}
      </div>`;
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

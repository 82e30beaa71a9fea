import { html } from 'lit';
import { LazyPanel } from 'wvw/ui';

/** The builds of the guild: the list, the page that reads a link, the editor, the trash, and a page for each build. */
export default class BuildsPanel extends LazyPanel {
  /** The list needs none of the editor's fields, and comes in one step. */
  pages = {
    list: () => import('./builds/list.js'),
    new: () => import('./builds/new.js'),
    characters: () => import('./builds/characters.js'),
    trash: () => import('./builds/trash.js'),
    editor: () => import('./builds/editor.js'),
    detail: () => import('./builds/detail.js'),
  };

  pageAt([part = '', action = '']) {
    if (part === '') return 'list';
    if (action === 'edit') return 'editor';
    return ['new', 'characters', 'trash'].includes(part) ? part : 'detail';
  }

  show(page, [part]) {
    switch (page) {
      case 'list':
        return html`<wvw-build-list></wvw-build-list>`;
      case 'new':
        return html`<wvw-build-new></wvw-build-new>`;
      case 'characters':
        return html`<wvw-build-characters></wvw-build-characters>`;
      case 'trash':
        return html`<wvw-build-trash></wvw-build-trash>`;
      case 'editor':
        return html`<wvw-build-editor .id=${part === 'new' ? '' : part}></wvw-build-editor>`;
      default:
        return html`<wvw-build-detail .id=${part}></wvw-build-detail>`;
    }
  }
}

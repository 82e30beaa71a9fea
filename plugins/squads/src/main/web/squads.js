import { html } from 'lit';
import { LazyPanel, session } from 'wvw/ui';

/** Squads: the list, the board of each, their history and comparison, what builds give, and the public page of a link. */
export default class SquadsPanel extends LazyPanel {
  pages = {
    list: () => import('./squads/list.js'),
    compare: () => import('./squads/compare.js'),
    judgements: () => import('./squads/judgements.js'),
    shared: () => import('./squads/shared.js'),
    history: () => import('./squads/history.js'),
    board: () => import('./squads/board.js'),
  };

  pageAt([first = '', second = '']) {
    if (!first) return 'list';
    if (['compare', 'judgements', 'shared'].includes(first)) return first;
    if (second === 'history') return 'history';
    return session.user || first === 'new' ? 'board' : 'shared';
  }

  show(page, [first = '', second = '']) {
    switch (page) {
      case 'list':
        return html`<wvw-squad-list></wvw-squad-list>`;
      case 'compare':
        return html`<wvw-squad-compare></wvw-squad-compare>`;
      case 'judgements':
        return html`<wvw-squad-judgements></wvw-squad-judgements>`;
      case 'shared':
        return first === 'shared'
          ? html`<wvw-squad-shared .code=${second}></wvw-squad-shared>`
          : html`<wvw-squad-shared .id=${first}></wvw-squad-shared>`;
      case 'history':
        return html`<wvw-squad-history .id=${first}></wvw-squad-history>`;
      default:
        return html`<wvw-squad-board .id=${first}></wvw-squad-board>`;
    }
  }
}

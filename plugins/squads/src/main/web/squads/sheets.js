import { html, nothing } from 'lit';
import './add-sheet.js';
import './details-sheet.js';
import './export-sheet.js';
import './learn-sheet.js';
import './merge-sheet.js';
import './orders-sheet.js';
import './repair-sheet.js';
import './seat-sheet.js';

/** The dialog that is open over a board, wired to it. @param {any} board */
export function sheets(board) {
  const { seen: plan, about, desk, sheet, detail } = board;
  // One dialog may have given way to another before it says that it closed.
  const closed = () => board.sheet === sheet && board.open('');
  switch (sheet) {
    case 'seat':
      return html`<wvw-seat-sheet
        .plan=${plan}
        .player=${detail}
        @closed=${closed}
        @move=${(event) => board.seat(event.detail)}
        @play=${(event) => board.playBuild(event.detail)}
        @order=${(event) => board.order(event.detail)}
        @gone=${(event) => board.leave([event.detail.player])}
      ></wvw-seat-sheet>`;
    case 'add':
      return html`<wvw-add-sheet
        .plan=${plan}
        .where=${detail}
        @closed=${closed}
        @added=${(event) => board.add(event.detail, detail)}
        @move=${(event) => board.seat(event.detail)}
      ></wvw-add-sheet>`;
    case 'orders':
      return html`<wvw-orders-sheet
        .plan=${plan}
        .count=${board.count}
        @closed=${closed}
        @order=${(event) => board.order(event.detail)}
        @size=${(event) => board.size(event.detail)}
      ></wvw-orders-sheet>`;
    case 'repair':
      return html`<wvw-repair-sheet
        .plan=${plan}
        .ruleSet=${about.rule_set}
        .roster=${board.roster}
        .absent=${detail}
        @closed=${closed}
        @marked=${(event) => (board.roster = event.detail)}
        @repaired=${(event) => board.accept(event.detail.plan, event.detail.answer)}
      ></wvw-repair-sheet>`;
    case 'learn':
      return html`<wvw-learn-sheet .plan=${plan} .ruleSet=${about.rule_set} @closed=${closed}></wvw-learn-sheet>`;
    case 'details':
      return html`<wvw-details-sheet
        .about=${about}
        .teams=${desk.teams}
        .save=${(changed) => board.rename(changed)}
        @closed=${closed}
      ></wvw-details-sheet>`;
    case 'export':
      return html`<wvw-export-sheet
        .saved=${desk.saved}
        .dirty=${board.dirty}
        @closed=${closed}
        @shared=${(event) => board.share(event.detail)}
      ></wvw-export-sheet>`;
    case 'merge':
      return html`<wvw-merge-sheet
        .base=${desk.base}
        .mine=${{ meta: about, groups: plan.groups }}
        .theirs=${detail}
        .save=${(changed, groups, etag) => board.merge(changed, groups, etag)}
        @closed=${closed}
      ></wvw-merge-sheet>`;
    default:
      return nothing;
  }
}

/**
 * Ctrl or Cmd with Z, Shift+Z, Y and S: undo, redo, save, wherever the focus is. Fields keep their own undo.
 * @param {any} board @param {KeyboardEvent} event
 */
export function shortcut(board, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || !board.plan || board.readonly || board.sheet) return;
  const typing = event.composedPath()[0];
  if (typing instanceof Element && typing.matches('input:not([type=checkbox], [type=radio]), textarea')) return;
  const act = { z: event.shiftKey ? board.redo : board.undo, y: board.redo, s: board.saveOrSay }[
    event.key.toLowerCase()
  ];
  if (!act) return;
  event.preventDefault();
  act();
}

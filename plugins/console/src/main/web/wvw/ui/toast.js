/**
 * Tells something in passing, at the edge of the page and to screen readers.
 * @param {string} text
 * @param {{kind?: 'good' | 'bad', action?: string, onAction?: () => void}} [options]
 */
export function toast(text, options = {}) {
  document.dispatchEvent(new CustomEvent('wvw-toast', { detail: { text, kind: 'good', ...options } }));
}

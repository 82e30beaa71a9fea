/** Moving between pages, without loading the document again. */

/**
 * @param {string} path
 * @param {{replace?: boolean}} [options]
 */
export function navigate(path, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState']({}, '', path);
  document.dispatchEvent(new CustomEvent('wvw-navigate'));
}

/**
 * Names the page in the browser's tab.
 * @param {string} title
 */
export function retitle(title) {
  document.title = title ? `${title} · WvW Builder` : 'WvW Builder';
}

/** Turns clicks on links of our own into navigation; everything else stays the browser's. */
export function captureLinks() {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement && target.href);
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (/^\/(api|docs|metrics|openapi)\b/.test(link.pathname) || link.getAttribute('href').startsWith('#')) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}

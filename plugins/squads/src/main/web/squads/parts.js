import { html, nothing } from 'lit';
import { session, words } from 'wvw/ui';
import { t as shared } from './words.js';

const t = words({
  parts: ['Parts of this page', 'Parties de cette page'],
  all: ['Squads', 'Escouades'],
  compare: ['Compare two', 'Comparer'],
});

/** The row of pages below "Squads". @param {'all' | 'compare' | 'judgements'} here */
export function parts(here) {
  if (!session.user) return nothing;
  const link = (part, path, text) =>
    html`<a class="pick plain" href=${path} aria-current=${part === here ? 'page' : nothing}>${text}</a>`;
  return html`<nav class="parts" aria-label=${t('parts')}>
    ${link('all', '/squads', t('all'))} ${link('compare', '/squads/compare', t('compare'))}
    ${link('judgements', '/squads/judgements', shared('judgements'))}
  </nav>`;
}

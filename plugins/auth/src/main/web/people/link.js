import { css, html } from 'lit';
import { copy, words } from 'wvw/ui';

const t = words({
  copy: ['Copy the link', 'Copier le lien'],
  copied: ['The link was copied', 'Le lien est copié'],
});

/** How a link that is shown once looks. */
export const linkLook = css`
  .link {
    flex: 1 1 100%;
    display: grid;
    gap: var(--wvw-2);
    justify-items: start;
    overflow-wrap: anywhere;
  }
`;

/** A link that the server tells once, for an administrator to hand over. @param {string} text @param {string} link */
export function linkOnce(text, link) {
  return html`<div class="note warn link" role="status">
    <p>${text}</p>
    <code>${link}</code>
    <button class="button" @click=${() => copy(link, t('copied'))}>
      <wvw-icon name="copy"></wvw-icon>${t('copy')}
    </button>
  </div>`;
}

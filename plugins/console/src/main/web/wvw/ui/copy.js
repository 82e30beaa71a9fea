import { words } from './i18n.js';
import { toast } from './toast.js';

const t = words({
  copied: ['Copied to the clipboard', 'Copié dans le presse-papiers'],
  refused: [
    'The browser refused to copy: select the text and copy it by hand',
    'Le navigateur a refusé la copie : sélectionnez le texte et copiez-le à la main',
  ],
});

/**
 * Copies and says so.
 * @param {string} text
 * @param {string} [said] what to say instead of "copied"
 * @returns {Promise<boolean>} whether it worked
 */
export async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    toast(said ?? t('copied'));
    return true;
  } catch {
    toast(t('refused'), { kind: 'bad' });
    return false;
  }
}

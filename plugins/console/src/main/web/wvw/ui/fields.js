import { fieldInFrench, problemInFrench } from './french.js';
import { locale, words } from './i18n.js';

const t = words({
  offline: [
    'The server does not answer. Check your connection, then try again.',
    'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.',
  ],
  denied: ['You may not do that.', 'Vous n’en avez pas le droit.'],
  missing: ['This does not exist, or you may not see it.', 'Cela n’existe pas, ou vous ne pouvez pas le voir.'],
  often: ['Too many tries. Wait a moment, then try again.', 'Trop d’essais. Attendez un instant, puis réessayez.'],
  broken: [
    'Something went wrong on the server. Try again; if it stays, tell your administrator.',
    'Une erreur s’est produite sur le serveur. Réessayez ; si cela persiste, prévenez votre administrateur.',
  ],
  lapsed: [
    'Your session has ended. Sign in again, then repeat this.',
    'Votre session est terminée. Reconnectez-vous, puis recommencez.',
  ],
  fields: ['Some fields need your attention.', 'Certains champs sont à corriger.'],
  stale: [
    'Somebody changed this meanwhile. Read it again, then repeat your change.',
    'Quelqu’un a modifié cela entre-temps. Relisez, puis refaites votre modification.',
  ],
});

/**
 * Says in the reader's words what a failed request was about.
 * @param {any} problem what was thrown
 */
export function saying(problem) {
  if (problem.type?.endsWith(':token-refused')) return t('lapsed'); // The server's words are for scripts.
  const french = locale() === 'fr' && problemInFrench(problem.type ?? '');
  if (french) return french;
  switch (problem.status) {
    case 0:
      return t('offline');
    case 403:
      return problem.detail || t('denied');
    case 404:
      return t('missing');
    case 412:
      return t('stale');
    case 429:
      return (locale() === 'en' && problem.detail) || t('often');
    case 503:
      return problem.detail || t('broken');
    default:
      if (problem.errors?.length) return t('fields');
      return problem.status >= 400 && problem.status < 500 && problem.detail ? problem.detail : t('broken');
  }
}

/**
 * The text for one field of a form, empty when it is right.
 * @param {any} problem what the last request threw, or null
 * @param {string} name
 */
export function fieldError(problem, name) {
  const detail = problem?.field?.(name) ?? '';
  return locale() === 'fr' ? fieldInFrench(detail) : detail;
}

/** Moves to the first field that is not right. @param {ParentNode} form */
export function fail(form) {
  const field = form.querySelector('[invalid]');
  if (field instanceof HTMLElement) field.focus();
}

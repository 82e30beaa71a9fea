import { session } from 'wvw/ui';

/** Whether a build is the reader's own. @param {any} build */
export function isMine(build) {
  return session.user !== null && build.owner?.id === session.user.id;
}

/** Whether the reader may try to change a build: its team's editors may too, and the server has the last word. @param {any} build */
export function mayEdit(build) {
  return isMine(build) || (session.user !== null && build.visibility === 'team');
}

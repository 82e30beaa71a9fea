import { api, navigate, session } from 'wvw/ui';

/** Getting in and out. The browser keeps the session in a cookie that no script can read. */

/** Whether the page shown is one of those that ask for an account. */
export function atGate() {
  return /^\/(sign-in|setup|register|join|new-password)$/.test(location.pathname);
}

/**
 * Signs in, and leads on from a gate. Over any other page that page stays.
 * @param {'login' | 'login/second-factor' | 'register' | 'setup'} way @param {Record<string, string>} fields
 */
export async function enter(way, fields) {
  session.hold(await api.post(`auth/${way}`, { ...fields, session: 'cookie' }, { plain: true }));
  if (atGate()) navigate(takeReturn(), { replace: true });
}

export async function signOut() {
  try {
    await api.post('auth/logout', {}, { plain: true });
  } finally {
    session.end();
    navigate('/');
  }
}

/** Where the visitor was when he was sent to sign in: only ever a path of ours. */
function takeReturn() {
  const path = sessionStorage.getItem('wvw.return') ?? '/';
  sessionStorage.removeItem('wvw.return');
  return /^\/(?!\/)/.test(path) ? path : '/';
}

import { Problem } from './refusal.js';
import { session } from './session.js';

/** @type {Promise<boolean> | null} */
let running = null;

/**
 * Gets a new access token for the cookie. However many ask, one request goes out at a time, and other tabs wait too:
 * a refresh token is good for one use.
 *
 * @returns {Promise<boolean>} false when the session is over
 * @throws {Problem} when nobody can say so at the moment: no network, a server that is busy or restarts
 */
export function renew() {
  running ??= alone(ask).finally(() => {
    running = null;
  });
  return running;
}

function alone(work) {
  return navigator.locks ? navigator.locks.request('wvw-renewal', work) : work();
}

async function ask() {
  let response;
  try {
    response = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: '{}',
    });
  } catch {
    throw new Problem(0);
  }
  if (response.ok) {
    session.hold(await response.json());
    return true;
  }
  if (response.status >= 500 || response.status === 429) {
    throw new Problem(response.status, await response.json().catch(() => ({}))); // A proxy's page is no JSON.
  }
  session.lapse();
  return false;
}

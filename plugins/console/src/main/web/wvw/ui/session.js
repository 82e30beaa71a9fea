/**
 * Who is signed in. The access token lives here and nowhere else: memory only. The refresh token is in a cookie that
 * scripts cannot read; a flag without any secret tells whether it is worth asking for a renewal.
 */

const FLAG = 'wvw.signed-in';

/** @typedef {{id: string, username: string, email: string, role: 'admin' | 'commander' | 'member'}} Person */

const RANKS = ['member', 'commander', 'admin'];

class Session extends EventTarget {
  /** @type {Person | null} */
  user = null;
  /** @type {string | null} */
  token = null;
  #expires = 0;

  /** True when a cookie may be there. */
  get maybe() {
    return localStorage.getItem(FLAG) === '1';
  }

  /** A provider is about to sign the person in, and leaves a cookie. */
  expect() {
    localStorage.setItem(FLAG, '1');
  }

  /** True when the token has less than a few seconds left. */
  get stale() {
    return this.token !== null && Date.now() > this.#expires;
  }

  /** Whether the person holds a role; each contains the ones below it. @param {string} role */
  is(role) {
    return this.user !== null && RANKS.indexOf(this.user.role) >= RANKS.indexOf(role);
  }

  /**
   * Keeps what a sign-in or a renewal gave.
   * @param {{access_token: string, expires_in: number, user: Person}} grant
   */
  hold(grant) {
    const same = this.user?.id === grant.user.id && this.user.role === grant.user.role;
    this.token = grant.access_token;
    this.#expires = Date.now() + (grant.expires_in - 10) * 1000;
    this.user = grant.user;
    localStorage.setItem(FLAG, '1');
    if (!same) this.dispatchEvent(new Event('change'));
  }

  /** True when somebody is here whom the server no longer knows: he keeps his page until he signs in again. */
  get lapsed() {
    return this.user !== null && this.token === null;
  }

  /** The server ended the session. The page keeps its person, and with him all that he typed. */
  lapse() {
    this.token = null;
    localStorage.removeItem(FLAG);
  }

  /** Forgets everything. */
  end() {
    const was = this.user;
    this.user = null;
    this.token = null;
    localStorage.removeItem(FLAG);
    if (was) this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();

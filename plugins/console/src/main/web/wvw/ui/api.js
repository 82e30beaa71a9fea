import { events } from './events.js';
import { locale } from './i18n.js';
import { keep, known } from './kept.js';
import { Problem } from './refusal.js';
import { renew } from './renewal.js';
import { session } from './session.js';

/**
 * Talks to the server below /api/v1. Signs requests, renews the token when it has run out, and throws a Problem for
 * every answer that is none of 2xx.
 */
export const api = {
  /** @param {string} path @param {{headers?: Record<string, string>, signal?: AbortSignal}} [options] */
  get: (path, options) => look(path, options),
  post: (path, body, options) => call('POST', path, body, options),
  put: (path, body, options) => call('PUT', path, body, options),
  patch: (path, body, options) => call('PATCH', path, body, options),
  /** @param {string} path @param {{body?: unknown}} [options] */
  delete: (path, options) => call('DELETE', path, options?.body, options),
  /**
   * Server-sent events: `for await (const { type, data } of api.events('logs/application/stream', { signal }))`.
   * It ends when the server ends it; aborting the signal ends it with an AbortError.
   * @param {string} path @param {{body?: unknown, signal?: AbortSignal, headers?: Record<string, string>}} [options]
   */
  async *events(path, { body, ...options } = {}) {
    const method = body === undefined ? 'GET' : 'POST';
    const response = await answer(method, path, body, { ...options, accept: 'text/event-stream' });
    if (!response.ok) await read(response);
    try {
      yield* events(response);
    } catch (cause) {
      throw cause instanceof TypeError ? new Problem(0) : cause; // The connection broke.
    }
  },
  /** What is no JSON, such as an export: its content and the server's name for it. @param {string} path */
  async file(path) {
    const response = await answer('GET', path, undefined, { accept: '*/*' });
    if (!response.ok) await read(response);
    const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? '';
    return { name, blob: await response.blob() };
  },
};

/** Reads what may be here already; then the server says that it is still the same, and sends nothing. */
async function look(path, options) {
  const before = known(path);
  const headers = { ...(before && { 'If-None-Match': before.tag }), ...options?.headers };
  const response = await answer('GET', path, undefined, { ...options, headers });
  if (response.status === 304 && before) return JSON.parse(before.text);
  return read(response, (text) => keep(path, response.headers.get('ETag'), text));
}

async function call(method, path, body, options) {
  return read(await answer(method, path, body, options));
}

/** The answer, asked for again with a new token where the old one had run out. */
async function answer(method, path, body, options = {}) {
  const person = session.user?.id;
  const { plain } = options;
  if ((session.stale || (session.lapsed && !plain)) && !(await regained(person)) && !plain) {
    askForSignIn();
    throw new Problem(401, { type: 'urn:wvw:problem:token-refused' });
  }
  const response = await send(method, path, body, options);
  if (response.status !== 401 || plain) return response;
  if (await regained(person)) return send(method, path, body, options);
  askForSignIn();
  return response;
}

/** Whether the same person is signed in again: nobody sends what somebody else typed. */
async function regained(person) {
  const perhaps = session.token !== null || session.maybe;
  return perhaps && (await renew()) && (person === undefined || session.user?.id === person);
}

function askForSignIn() {
  if (session.token === null) document.dispatchEvent(new CustomEvent('wvw-sign-in-needed'));
}

async function send(method, path, body, { accept = 'application/json', headers = {}, signal } = {}) {
  const all = { Accept: accept, 'Accept-Language': locale(), ...headers };
  if (session.token) all.Authorization = `Bearer ${session.token}`;
  if (body !== undefined) all['Content-Type'] ??= 'application/json';
  try {
    const content = body === undefined ? undefined : JSON.stringify(body);
    return await fetch(`/api/v1/${path}`, { method, headers: all, body: content, signal, credentials: 'same-origin' });
  } catch (cause) {
    if (cause.name === 'AbortError') throw cause;
    throw new Problem(0);
  }
}

/** Gives the body, with the ETag of its version as a hidden property `etag` when there is one. */
async function read(response, seen) {
  const text = response.status === 204 ? '' : await response.text();
  const json = /json/.test(response.headers.get('Content-Type') ?? '') && text ? JSON.parse(text) : undefined;
  if (!response.ok) {
    const problem = new Problem(response.status, json);
    // Perhaps an administrator changed the role: the shell is told as soon as the session knows.
    if (session.user && problem.type.endsWith(':forbidden')) renew().catch(() => false);
    throw problem;
  }
  seen?.(text);
  const etag = response.headers.get('ETag');
  if (json && etag && !etag.startsWith('W/')) Object.defineProperty(json, 'etag', { value: etag });
  return json;
}

import { Problem, locale, renew, session } from 'wvw/ui';

/** Requests whose answers are no JSON: streams of a run, and files to download. */

/**
 * @param {string} path below /api/v1
 * @param {{method?: string, body?: unknown, accept: string, signal?: AbortSignal}} options
 * @returns {Promise<Response>} one that is 2xx
 */
export async function raw(path, options) {
  if (session.stale) await renew();
  let response = await send(path, options);
  if (response.status === 401 && session.token && (await renew())) response = await send(path, options);
  if (response.status === 401) document.dispatchEvent(new CustomEvent('wvw-sign-in-needed'));
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})));
  return response;
}

async function send(path, { method = 'GET', body, accept, signal }) {
  const headers = { Accept: `${accept}, application/problem+json`, 'Accept-Language': locale() };
  if (session.token) headers.Authorization = `Bearer ${session.token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const content = body === undefined ? undefined : JSON.stringify(body);
  try {
    return await fetch(`/api/v1/${path}`, { method, headers, body: content, signal, credentials: 'same-origin' });
  } catch (cause) {
    if (cause.name === 'AbortError') throw cause;
    throw new Problem(0);
  }
}

/**
 * Reads server-sent events as they come.
 * @param {Response} response
 * @returns {AsyncGenerator<{event: string, data: any}>}
 */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const whole = (rest + value).split('\n\n');
      rest = whole.pop() ?? '';
      for (const block of whole) yield event(block);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function event(block) {
  const lines = block.split('\n');
  const part = (name) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1).trim() ?? '';
  return { event: part('event'), data: JSON.parse(part('data') || 'null') };
}

/**
 * Lets the browser save a file.
 * @param {string} path @param {string} accept
 */
export async function download(path, accept) {
  const response = await raw(path, { accept });
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'squad';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

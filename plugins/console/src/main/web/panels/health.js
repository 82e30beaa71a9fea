import { api } from 'wvw/ui';

/**
 * How the server is, as it tells administrators.
 * @typedef {{plugin: string, name: string, status: string, why: string, millis: number}} Check
 * @typedef {{status: string, version: string, detail: {checked_at: string, uptime_seconds: number, checks: Check[]} | null}} Health
 */

/** @returns {Promise<Health>} also from a server that is down: then the answer comes with status 503 */
export async function health() {
  try {
    return await api.get('health');
  } catch (problem) {
    if (problem.status === 503 && problem.body.version) return problem.body;
    throw problem;
  }
}

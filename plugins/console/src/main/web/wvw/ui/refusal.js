/** The server's refusal of a request (RFC 9457), or of the network when the status is 0. */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {{type?: string, detail?: string, errors?: {pointer: string, detail: string}[]}} [body]
   */
  constructor(status, body = {}) {
    super(body.detail ?? '');
    this.status = status;
    this.type = body.type ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    /** What came instead of an answer, for the few that mean something. */
    this.body = body;
  }

  /**
   * What is wrong with a field.
   * @param {string} name as in the request
   */
  field(name) {
    return this.errors.find(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`))?.detail;
  }
}

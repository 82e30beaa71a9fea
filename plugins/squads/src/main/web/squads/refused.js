import { html } from 'lit';

/**
 * What stands in the place of something that could not be read: whoever asked for what is gone need not try again.
 * @param {{ status: number }} problem @param {string} missing says that it is gone; may be empty @param {() => void} retry
 */
export function refused(problem, missing, retry) {
  const gone = problem.status === 404;
  return html`<wvw-problem
    .heading=${gone ? missing : ''}
    ?final=${gone}
    .problem=${problem}
    @retry=${retry}
  ></wvw-problem>`;
}

import { css, html, nothing } from 'lit';
import { WvwElement, copy, region, words } from 'wvw/ui';

const t = words({
  error: ['error', 'erreur'],
  warning: ['warning', 'avertissement'],
  info: ['info', 'info'],
  debug: ['debug', 'débogage'],
  logger: ['Written by', 'Écrit par'],
  request: ['Request', 'Requête'],
  user: ['Account', 'Compte'],
  cut: ['Too long to be shown whole; the file has all of it.', 'Trop long pour être montré en entier ; le fichier contient tout.'],
  copy: ['Copy', 'Copier'],
});

const TAGS = { error: 'bad', warning: 'warn', info: 'good', debug: '' };

/** One entry: a line to read, and behind it who wrote it, for which request, with which stack trace. */
class LogEntry extends WvwElement {
  static properties = { entry: { attribute: false } };

  static styles = css`
    :host {
      display: block;
      border-block-start: 1px solid var(--wvw-line);
      content-visibility: auto;
      contain-intrinsic-size: auto 44px;
    }
    :host(:first-child) {
      border: 0;
    }
    summary {
      display: grid;
      grid-template-columns: 10.5em 7em minmax(0, 1fr);
      align-items: baseline;
      gap: 2px var(--wvw-3);
      padding: 9px var(--wvw-4);
      cursor: pointer;
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    summary:hover {
      background: var(--wvw-hover);
    }
    time {
      color: var(--wvw-text-2);
      font-variant-numeric: tabular-nums;
    }
    .tag {
      justify-self: start;
    }
    .message {
      font: 0.92em/1.5 var(--wvw-mono);
      overflow-wrap: anywhere;
    }
    details:not([open]) .message {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    .inside {
      display: grid;
      gap: var(--wvw-2);
      padding: 2px var(--wvw-4) var(--wvw-3);
    }
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 2px var(--wvw-3);
      overflow-wrap: anywhere;
    }
    dt {
      color: var(--wvw-text-2);
    }
    pre {
      max-height: 24em;
      margin: 0;
      padding: var(--wvw-3);
      border-radius: var(--wvw-radius-m);
      background: var(--wvw-raised);
      font: 0.86em/1.5 var(--wvw-mono);
      overflow: auto;
    }
    .button {
      justify-self: start;
    }
    @media (max-width: 699px) {
      summary {
        grid-template-columns: auto minmax(0, 1fr);
      }
      .tag {
        justify-self: end;
      }
      .message {
        grid-column: 1 / -1;
      }
    }
  `;

  render() {
    const { timestamp, level, message } = this.entry;
    return html`<details>
      <summary>
        <time class="small" datetime=${timestamp ?? nothing}>${timestamp ? moment(timestamp) : '–'}</time>
        <span class="tag ${TAGS[level]}">${t(level)}</span>
        <span class="message">${message}</span>
      </summary>
      ${this.#inside()}
    </details>`;
  }

  #inside() {
    const { logger, request_id, user_id, trace, cut } = this.entry;
    const facts = [
      [t('logger'), logger],
      [t('request'), request_id],
      [t('user'), user_id],
    ].filter(([, value]) => value);
    return html`<div class="inside small">
      ${facts.length ? html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)}</dl>` : nothing}
      ${trace ? html`<pre tabindex="0">${trace}</pre>` : nothing} ${cut ? html`<p class="muted">${t('cut')}</p>` : nothing}
      <button class="button" @click=${this.#copy}><wvw-icon name="copy"></wvw-icon>${t('copy')}</button>
    </div>`;
  }

  #copy() {
    const { timestamp, level, logger, message, trace } = this.entry;
    copy([[timestamp, level, logger, message].filter(Boolean).join(' '), trace].filter(Boolean).join('\n'));
  }
}

/** With seconds, as whoever looks for a cause needs them. */
function moment(timestamp) {
  return new Intl.DateTimeFormat(region(), { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(timestamp));
}

customElements.define('wvw-log-entry', LogEntry);

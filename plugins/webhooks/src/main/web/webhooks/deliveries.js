import { css, html, nothing } from 'lit';
import { PagedList, api, dateTime, relative, words } from 'wvw/ui';
import { eventName, said } from './words.js';

const t = words({
  heading: ['Deliveries', 'Envois'],
  none: ['Nothing sent yet', 'Rien envoyé pour l’instant'],
  noneText: ['Send a trial to see whether the receiver answers.', 'Envoyez un essai pour voir si le destinataire répond.'],
  waiting: ['waiting', 'en attente'],
  delivered: ['delivered', 'livré'],
  given_up: ['given up', 'abandonné'],
  next: ['tried again {when}', 'nouvel essai {when}'],
  attempts: ['attempts: {n}', 'essais : {n}'],
  again: ['Send again', 'Renvoyer'],
  sent: ['It is sent once more', 'C’est renvoyé'],
  what: ['What was sent', 'Ce qui a été envoyé'],
  refresh: ['Refresh', 'Actualiser'],
  answer: ['What was answered', 'Ce qui a été répondu'],
  nothingSaid: ['(nothing)', '(rien)'],
});

/** What a webhook sent, and is about to send. */
class WebhookDeliveries extends PagedList {
  static properties = { key: { attribute: false }, active: { attribute: false }, open: { state: true } };

  static styles = css`
    .head {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--wvw-3);
    }
    li {
      padding-block: 12px;
      border-block-start: 1px solid var(--wvw-line);
      overflow-wrap: anywhere;
    }
    li:first-child {
      border: 0;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 6px var(--wvw-4);
    }
    .what {
      flex: 1 1 240px;
      min-width: 0;
    }
    .bad {
      color: var(--wvw-bad);
    }
    pre {
      margin: 4px 0 10px;
      font: 400 var(--wvw-size-s) / 1.6 var(--wvw-mono);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `;

  get source() {
    return `webhooks/${this.key}/deliveries?limit=20`;
  }

  render() {
    return html`<section class="card">
      <div class="head">
        <h2>${t('heading')}</h2>
        <button class="button" @click=${() => this.load()}><wvw-icon name="retry"></wvw-icon>${t('refresh')}</button>
      </div>
      ${this.frame(
        html`<wvw-empty icon="link" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`,
        html`<ul>
          ${this.items?.map((one) => this.#row(one))}
        </ul>`,
      )}
    </section>`;
  }

  #row(one) {
    const { id, event, state, attempts, created_at, next_at, status, outcome } = one;
    return html`<li>
      <div class="line">
        <div class="what">
          <strong>${eventName(event)}</strong> <span class="tag">${t(state)}</span>
          ${status ? html`<span class="tag">${status}</span>` : nothing}
          <div class="muted small">
            <time datetime=${created_at} title=${dateTime(created_at)}>${relative(created_at)}</time>
            · ${t('attempts', { n: attempts })}${next_at && attempts ? ` · ${t('next', { when: relative(next_at) })}` : ''}
          </div>
          ${outcome && state !== 'delivered' ? html`<div class="small bad">${said(outcome)}</div>` : nothing}
        </div>
        <div class="row">
          <button class="button" aria-expanded=${this.open?.delivery.id === id ? 'true' : 'false'} @click=${() => this.#show(id)}>
            ${t('what')}
          </button>
          <button
            class="button"
            ?disabled=${!this.active || state === 'waiting'}
            @click=${() => this.act(() => api.post(`webhooks/${this.key}/deliveries/${id}/redeliver`), t('sent'))}
          >
            ${t('again')}
          </button>
        </div>
      </div>
      ${this.open?.delivery.id === id
        ? html`<pre tabindex="0">${this.open.body}</pre>
            <div class="small muted">${t('answer')}</div>
            <pre>${this.open.answer || t('nothingSaid')}</pre>`
        : nothing}
    </li>`;
  }

  async #show(id) {
    if (this.open?.delivery.id === id) this.open = null;
    else this.open = await api.get(`webhooks/${this.key}/deliveries/${id}`);
  }
}

customElements.define('wvw-webhook-deliveries', WebhookDeliveries);

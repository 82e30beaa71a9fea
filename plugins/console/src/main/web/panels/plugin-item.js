import { css, html, nothing } from 'lit';
import { WvwElement, api, confirm, saying, toast, words } from 'wvw/ui';
import { contributed } from './contributions.js';
import { pluginTitle } from '../words/plugins.js';
import { statusTag } from './status.js';

const t = words({
  bundled: ['bundled', 'fourni'],
  foreign: ['third party', 'tiers'],
  signed: ['signed by {name}', 'signé par {name}'],
  unsigned: ['signed by nobody', 'signé par personne'],
  nothing: ['adds nothing', 'n’ajoute rien'],
  todo: ['What to do:', 'Que faire :'],
  requests: ['{n} request|{n} requests', '{n} requête|{n} requêtes'],
  errors: ['{n} error|{n} errors', '{n} erreur|{n} erreurs'],
  slow: ['{n} slow call|{n} slow calls', '{n} appel lent|{n} appels lents'],
  interrupted: ['{n} call interrupted|{n} calls interrupted', '{n} appel interrompu|{n} appels interrompus'],
  underWay: ['{n} under way', '{n} en cours'],
  stuck: ['{n} call does not come back|{n} calls do not come back', '{n} appel ne revient pas|{n} appels ne reviennent pas'],
  threads: ['{n} thread|{n} threads', '{n} fil d’exécution|{n} fils d’exécution'],
  goes: ['Runs until the next start of the server, and not after it.', 'Fonctionne jusqu’au prochain démarrage du serveur, et plus après.'],
  comes: ['Starts with the next start of the server.', 'Démarre au prochain démarrage du serveur.'],
  enable: ['Enable', 'Activer'],
  disable: ['Disable', 'Désactiver'],
  sure: ['Do without {name}?', 'Se passer de {name} ?'],
  sureText: [
    'At its next start, the server leaves this plugin out: its pages, its jobs and its part of the API are missing then. What it keeps stays. Until then nothing changes. Another server on the same database keeps it.',
    'À son prochain démarrage, le serveur laissera ce plugin de côté : ses pages, ses tâches et sa part de l’API manqueront. Ce qu’il garde reste. D’ici là, rien ne change. Un autre serveur sur la même base le garde.',
  ],
  off: ['{name} is switched off from the next start on', '{name} : désactivé à partir du prochain démarrage'],
  on: ['{name} is switched on from the next start on', '{name} : activé à partir du prochain démarrage'],
});

/** A plugin: how far it came, what it does, and whether the next start uses it. Tells `switched` with its new state. */
class PluginItem extends WvwElement {
  static properties = { plugin: { attribute: false }, busy: { state: true } };

  static styles = css`
    :host {
      display: grid;
      gap: 6px;
      overflow-wrap: anywhere;
    }
    .row {
      gap: 4px 10px;
    }
    .end {
      margin-inline-start: auto;
    }
    .note {
      margin-block-start: 4px;
    }
    .foot {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 6px var(--wvw-4);
    }
    .foot > .button {
      flex: none;
    }
    .doing {
      display: grid;
      gap: 4px;
    }
    .alarm {
      color: var(--wvw-bad);
    }
    summary {
      cursor: pointer;
      min-height: 24px;
      inline-size: fit-content;
    }
  `;

  render() {
    const { id, version, state, bundled, reason, remedy, contributions, signed_by: signer } = this.plugin;
    const adds = Object.entries(contributions ?? {}).map(([kind, n]) => contributed(kind, n));
    const origin = bundled ? t('bundled') : `${t('foreign')}, ${signer ? t('signed', { name: signer }) : t('unsigned')}`;
    return html`<div class="row">
        <strong>${pluginTitle(this.plugin)}</strong><span class="muted small">${id} ${version}</span>
        <span class="end">${statusTag(state)}</span>
      </div>
      <div class="muted small">${origin} · ${adds.length ? adds.join(', ') : t('nothing')}</div>
      ${reason
        ? html`<div class="note ${state === 'DISABLED' ? '' : 'bad'}">
            <div>
              <p>${reason}</p>
              ${remedy ? html`<p><strong>${t('todo')}</strong> ${remedy}</p>` : nothing}
            </div>
          </div>`
        : nothing}
      ${this.#foot()}`;
  }

  /** What it does, and the button that tells what the next start makes of it. */
  #foot() {
    return html`<div class="foot">
      <div class="small doing">${this.#activity()}${this.#next()}</div>
      ${this.#button()}
    </div>`;
  }

  #activity() {
    const it = this.plugin.activity;
    if (!it || this.plugin.state !== 'RUNNING') return nothing;
    const more = (key, n, look) => (n ? html`<span class=${look}>${t(key, { n })}</span>` : nothing);
    return html`<div class="row">
        <span class="muted">${t('requests', { n: it.requests })}</span>
        <span class=${it.errors ? 'alarm' : 'muted'}>${t('errors', { n: it.errors })}</span>
        ${more('slow', it.slow, 'muted')}${more('interrupted', it.interrupted, 'alarm')}
        ${more('underWay', it.under_way, 'muted')}${more('stuck', it.stuck, 'alarm')}
      </div>
      ${it.threads.length
        ? html`<details class="muted">
            <summary>${t('threads', { n: it.threads.length })}</summary>
            ${it.threads.join(', ')}
          </details>`
        : nothing}`;
  }

  #next() {
    const { state, starts_next: starts } = this.plugin;
    if ((state === 'DISABLED') !== starts) return nothing;
    return html`<strong role="status">${t(starts ? 'comes' : 'goes')}</strong>`;
  }

  #button() {
    const { switchable, starts_next: starts } = this.plugin;
    if (!switchable) return nothing;
    return html`<button class="button" aria-busy=${this.busy ? 'true' : 'false'} @click=${() => this.#turn(!starts)}>
      ${t(starts ? 'disable' : 'enable')}<span class="visually-hidden">: ${pluginTitle(this.plugin)}</span></button
    >`;
  }

  async #turn(wanted) {
    if (this.busy) return;
    const name = pluginTitle(this.plugin);
    const question = { heading: t('sure', { name }), text: t('sureText'), action: t('disable') };
    if (!wanted && this.plugin.state !== 'DISABLED' && !(await confirm(question))) return;
    this.busy = true;
    try {
      const plugin = await api.post(`plugins/${encodeURIComponent(this.plugin.id)}/${wanted ? 'enable' : 'disable'}`);
      toast(t(wanted ? 'on' : 'off', { name }));
      this.dispatchEvent(new CustomEvent('switched', { detail: plugin }));
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('wvw-plugin-item', PluginItem);

import { css, html, nothing } from 'lit';
import { PagedList, api, confirm, dateTime, navigate, relative, retitle, saying, toast, words } from 'wvw/ui';
import './differences.js';
import { draftKey, dropDraft } from './drafts.js';
import { look } from './look.js';
import { refused } from './refused.js';

const t = words({
  back: ['Back to the squad', 'Retour à l’escouade'],
  heading: ['History of “{name}”', 'Historique de « {name} »'],
  version: ['Version {n}', 'Version {n}'],
  current: ['now', 'actuelle'],
  first: ['first version', 'première version'],
  changes: ['{n} place changed|{n} places changed', '{n} place changée|{n} places changées'],
  by: ['by {name}', 'par {name}'],
  gone: ['a deleted account', 'un compte supprimé'],
  choose: [
    'Choose an older version to see what has changed since.',
    'Choisissez une version plus ancienne pour voir ce qui a changé depuis.',
  ],
  alone: ['Nothing has changed yet', 'Rien n’a encore changé'],
  aloneText: [
    'Each time the squad is saved, what it was before is kept here, with a way back.',
    'À chaque enregistrement, l’état d’avant est gardé ici, et peut être restauré.',
  ],
  restore: ['Restore this version', 'Restaurer cette version'],
  ask: ['Restore version {n}?', 'Restaurer la version {n} ?'],
  askText: [
    'It becomes the newest version. The present one stays in the history.',
    'Elle devient la plus récente. L’actuelle reste dans l’historique.',
  ],
  restored: ['Version {n} is back', 'La version {n} est de retour'],
  since: ['Since version {n}', 'Depuis la version {n}'],
});

/** The versions of a squad: what has changed since each, and the way back. */
class SquadHistory extends PagedList {
  static properties = { id: {}, squad: { state: true }, chosen: { state: true } };

  static styles = [
    look,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 300px) minmax(0, 1fr);
        align-items: start;
        gap: var(--wvw-4);
      }
      .versions {
        display: grid;
        gap: 6px;
      }
      .versions .version {
        display: grid;
        justify-content: stretch;
        justify-items: start;
        gap: 1px;
        width: 100%;
        padding: 9px 14px;
        font-weight: 400;
        text-align: start;
      }
      .versions .version[aria-pressed='true'] {
        border-color: var(--wvw-accent-line);
        background: var(--wvw-accent-soft);
      }
      @media (max-width: 899px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  get source() {
    return `compositions/${encodeURIComponent(this.id)}/history`;
  }

  willUpdate(changed) {
    if (changed.get('id')) this.load();
  }

  async load() {
    const { id } = this;
    Object.assign(this, { squad: null, chosen: null });
    const versions = super.load();
    try {
      const squad = await api.get(`compositions/${encodeURIComponent(id)}`);
      await versions;
      if (id !== this.id) return;
      Object.assign(this, { squad, chosen: this.items?.[1] ?? null });
      retitle(t('heading', { name: squad.name }));
    } catch (problem) {
      if (id === this.id) this.problem = problem;
    }
  }

  render() {
    return html`<a class="back" href="/squads/${this.id}"><wvw-icon name="back"></wvw-icon>${t('back')}</a>
      ${this.#content()}`;
  }

  #content() {
    if (!this.squad && this.problem) return refused(this.problem, '', this.load);
    if (!this.squad) return html`<wvw-skeleton even lines="6"></wvw-skeleton>`;
    return html`<div class="page-head"><h1>${t('heading', { name: this.squad.name })}</h1></div>
      <div class="columns">
        <div class="versions">${this.frame(nothing, this.drawn.map((one) => this.#version(one)))}</div>
        ${this.#since()}
      </div>`;
  }

  #version(one) {
    const { version, changed_at, changed_by, changes } = one;
    const now = version === this.squad.version;
    return html`<button
      class="button version"
      aria-pressed=${one === this.chosen ? 'true' : 'false'}
      ?disabled=${now}
      @click=${() => (this.chosen = one)}
    >
      <span
        ><strong>${t('version', { n: version })}</strong>
        ${now ? html`<span class="tag good">${t('current')}</span>` : nothing}</span
      >
      <span class="muted small" title=${dateTime(changed_at)}
        >${relative(changed_at)} ${t('by', { name: changed_by.username ?? t('gone') })}</span
      >
      <span class="muted small"
        >${changes === null || changes === undefined ? (version === 1 ? t('first') : nothing) : t('changes', { n: changes })}</span
      >
    </button>`;
  }

  #since() {
    if (!this.chosen && this.items?.length === 1)
      return html`<wvw-empty icon="clock" .heading=${t('alone')} .text=${t('aloneText')}></wvw-empty>`;
    if (!this.chosen) return html`<p class="muted">${t('choose')}</p>`;
    const { version } = this.chosen;
    const { id } = this;
    this.sides = this.sides?.version === version ? this.sides : { version, left: { id, version }, right: { id } };
    return html`<div class="stack">
      <div class="row spread">
        <h2>${t('since', { n: version })}</h2>
        ${this.squad.editable ? html`<button class="button primary" @click=${this.#restore}>${t('restore')}</button>` : nothing}
      </div>
      <wvw-squad-differences
        .left=${this.sides.left}
        .right=${this.sides.right}
        .labels=${[t('version', { n: version }), t('current')]}
      ></wvw-squad-differences>
    </div>`;
  }

  async #restore() {
    const { version } = this.chosen;
    if (!(await confirm({ heading: t('ask', { n: version }), text: t('askText'), action: t('restore') }))) return;
    try {
      await api.post(`compositions/${this.id}/restore`, { version }, { headers: { 'If-Match': this.squad.etag } });
      dropDraft(draftKey(this.id));
      toast(t('restored', { n: version }));
      navigate(`/squads/${this.id}`);
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
      if (problem.status === 412) await this.load();
    }
  }
}

customElements.define('wvw-squad-history', SquadHistory);

import { css, html, nothing } from 'lit';
import { WvwElement, api, locale, professionName, professionSlug, words } from 'wvw/ui';

const t = words({
  level: ['level {n}', 'niveau {n}'],
  tabs: ['{n} build tab|{n} build tabs', '{n} onglet de build|{n} onglets de build'],
  unknown: ['Unknown profession', 'Profession inconnue'],
  tab: ['Build {n}', 'Build {n}'],
  gearTab: ['Gear {n}', 'Équipement {n}'],
  active: ['active', 'actif'],
  gear: ['Gear', 'Équipement'],
  noGear: ['Without gear', 'Sans équipement'],
  overwrite: ['Replace what I changed since', 'Remplacer ce que j’ai modifié depuis'],
  bring: ['Take over', 'Reprendre'],
  created: ['Taken over', 'Repris'],
  updated: ['Changed', 'Modifié'],
  unchanged: ['Unchanged', 'Inchangé'],
  kept: ['Kept: you changed it', 'Gardé : vous l’avez modifié'],
  open: ['Open the build', 'Ouvrir le build'],
  leftOut: ['Left out: {names}', 'Laissé de côté : {names}'],
  nothing: ['Nothing in its tabs.', 'Rien dans ses onglets.'],
  refused: ['Not taken over', 'Pas repris'],
});

const TONES = { created: 'good', updated: 'good', unchanged: '', kept: 'warn' };

/** A character: its tabs, asked for when it is opened, which of them to take over, and what came of it. */
class BuildCharacter extends WvwElement {
  static properties = {
    character: { attribute: false },
    outcomes: { attribute: false },
    waiting: { attribute: false },
    whole: { state: true },
    open: { state: true },
    problem: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  static styles = css`
    :host {
      display: block;
    }
    .card {
      padding: 0;
      overflow: clip;
    }
    .head {
      display: flex;
      align-items: center;
      gap: var(--wvw-3);
      width: 100%;
      padding: 12px 14px;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
      --wvw-crest: 36px;
    }
    .head:hover {
      background: var(--wvw-raised);
    }
    .head:focus-visible {
      outline-offset: -3px;
    }
    .head > span {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .head > wvw-icon {
      flex: none;
      transition: rotate 120ms;
    }
    .head[aria-expanded='true'] > wvw-icon {
      rotate: 180deg;
    }
    .body {
      display: grid;
      gap: var(--wvw-3);
      padding: 4px 14px 14px;
    }
    .tab {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, auto);
      align-items: center;
      gap: 4px var(--wvw-3);
      padding-block: 10px;
      border-block-start: 1px solid var(--wvw-line);
    }
    .tab > .wide {
      grid-column: 1 / -1;
    }
    label.choice {
      display: flex;
      align-items: center;
      gap: var(--wvw-2);
      min-height: 32px;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    input {
      flex: none;
      width: 18px;
      height: 18px;
      accent-color: var(--wvw-accent);
    }
    select {
      max-width: 100%;
      min-height: 34px;
      padding: 4px 8px;
      border: 1px solid var(--wvw-line-2);
      border-radius: var(--wvw-radius-s);
      background: var(--wvw-surface);
      color: inherit;
      font: inherit;
    }
    @media (max-width: 560px) {
      .tab {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  willUpdate() {
    const { profession } = this.character;
    this.style.setProperty('--colour', `var(--wvw-${professionSlug(profession ?? '')}, var(--wvw-accent))`);
  }

  render() {
    const { name, profession, level, build_tabs: tabs } = this.character;
    return html`<section class="card">
      <h2 class="visually-hidden">${name}</h2>
      <button class="head" aria-expanded=${this.open ? 'true' : 'false'} aria-controls="body" @click=${this.#toggle}>
        ${profession ? html`<wvw-crest .profession=${profession}></wvw-crest>` : nothing}
        <span>
          <strong>${name}</strong><br />
          <span class="muted small">
            ${profession ? professionName(profession) : t('unknown')} · ${t('level', { n: level })} ·
            ${t('tabs', { n: tabs })}
          </span>
        </span>
        ${this.outcomes ? html`<wvw-icon name="check"></wvw-icon>` : html`<wvw-icon name="down"></wvw-icon>`}
      </button>
      <div id="body" class="body" ?hidden=${!this.open && !this.outcomes}>${this.#body()}</div>
    </section>`;
  }

  #body() {
    if (this.problem) return html`<wvw-problem .problem=${this.problem} @retry=${() => this.#load()}></wvw-problem>`;
    if (!this.open) return this.outcomes?.map((outcome) => html`<div class="tab">${this.#outcome(outcome, true)}</div>`);
    if (!this.whole) return html`<wvw-skeleton lines="2"></wvw-skeleton>`;
    if (!this.whole.build_tabs.length) return html`<p class="muted">${t('nothing')}</p>`;
    return html`<form @submit=${this.#bring}>
      ${this.refused
        ? html`<wvw-problem final .problem=${this.refused} .heading=${t('refused')}></wvw-problem>`
        : nothing}
      ${this.whole.build_tabs.map((tab) => this.#tab(tab))}
      <div class="row spread tab">
        <label class="choice"><input type="checkbox" name="overwrite" />${t('overwrite')}</label>
        <button class="button primary" ?disabled=${this.waiting} aria-busy=${this.busy ? 'true' : 'false'}>
          ${t('bring')}<span class="visually-hidden">: ${this.whole.name}</span
        ></button>
      </div>
    </form>`;
  }

  #tab({ tab, name, active, gear_tab: gear, template, build_id: build, left_out: left }) {
    const title = name ?? t('tab', { n: tab });
    const lines = template.specializations.filter(({ id }) => id).map((line) => line.name ?? `#${line.id}`);
    const outcome = this.outcomes?.find((one) => one.tab === tab);
    return html`<div class="tab">
      <label class="choice">
        <input type="checkbox" name="tab" value=${tab} checked />
        <span>
          <strong>${title}</strong> ${active ? html`<span class="tag">${t('active')}</span>` : nothing}<br />
          <span class="muted small" lang="en">${lines.join(' · ')}</span>
        </span>
      </label>
      <select data-tab=${tab} aria-label="${t('gear')}: ${title}">
        <option value="0">${t('noGear')}</option>
        ${this.whole.gear_tabs.map(
          (one) =>
            html`<option value=${one.tab} ?selected=${one.tab === gear}>
              ${one.name ?? t('gearTab', { n: one.tab })}
            </option>`,
        )}
      </select>
      ${outcome
        ? this.#outcome(outcome, false)
        : html`${build ? html`<a class="small wide" href="/builds/${build}">${t('open')}</a>` : nothing}
          ${this.#leftOut(left)}`}
    </div>`;
  }

  #outcome({ outcome, build_id: build, name, left_out: left }, named) {
    return html`<div class="row wide">
        <span class="tag ${TONES[outcome] ?? ''}">${t(outcome)}</span>
        <a class="small" href="/builds/${build}">${named ? name : t('open')}</a>
      </div>
      ${this.#leftOut(left)}`;
  }

  #leftOut(left) {
    if (!left.length) return nothing;
    const names = left.map(({ kind, id, name }) => name ?? `${kind} ${id}`).join(', ');
    return html`<p class="small muted wide">${t('leftOut', { names })}</p>`;
  }

  #toggle() {
    this.open = !this.open;
    if (this.open && !this.whole) this.#load();
  }

  get #path() {
    return `characters/${encodeURIComponent(this.character.name)}`;
  }

  async #load() {
    this.problem = null;
    try {
      this.whole = await api.get(`${this.#path}?lang=${locale()}`);
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #bring(event) {
    event.preventDefault();
    const form = event.target;
    const tabs = [...form.querySelectorAll('[name=tab]:checked')].map(({ value }) => ({
      tab: Number(value),
      gear_tab: Number(form.querySelector(`[data-tab="${value}"]`).value),
    }));
    if (this.busy || !tabs.length) return;
    this.busy = true;
    this.refused = null;
    try {
      const overwrite = form.querySelector('[name=overwrite]').checked;
      this.outcomes = (await api.post(`${this.#path}/import`, { tabs, overwrite })).items;
    } catch (problem) {
      this.refused = problem;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('wvw-build-character', BuildCharacter);

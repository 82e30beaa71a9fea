import { css, html, nothing } from 'lit';
import { api, confirm, fieldError, professionName, professions, toast, words } from 'wvw/ui';
import { t } from './judgement-words.js';
import { look } from './look.js';
import { Sheet } from './sheet.js';
import { capabilities, capabilityName, roleName, roles, t as shared } from './words.js';

const own = words({ other: ['another: {role}', 'autre : {role}'] });

/** How the guild judges a kind of build. Fires `changed`. */
class ArchetypeSheet extends Sheet {
  static properties = { archetype: { attribute: false } };

  static styles = [
    look,
    css`
      form {
        display: grid;
        gap: var(--wvw-3);
      }
      .strengths {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 6px 10px;
      }
      .strengths label {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 6px;
        font-size: var(--wvw-size-s);
      }
      .strengths select {
        width: 58px;
        min-height: 34px;
        padding: 3px 6px;
      }
      .reset {
        margin-inline-end: auto;
      }
    `,
  ];

  render() {
    const one = this.archetype ?? {
      id: '',
      profession: 'Guardian',
      specialization: '',
      role: 'healer',
      capabilities: {},
      sources: [],
      confidence: 'GUESS',
    };
    const wrong = (field) => {
      const text = fieldError(this.problem, field);
      return text ? html`<span class="wrong">${text}</span>` : nothing;
    };
    return this.frame(
      this.archetype ? one.specialization : t('add'),
      html`<form novalidate @submit=${this.#submit}>
        ${this.archetype ? nothing : html`<label class="field">${t('id')}<input name="id" maxlength="40" autocomplete="off" autocapitalize="off" /><small>${t('idHelp')}</small>${wrong('id')}</label>`}
        <div class="grid2">
          <label class="field"
            >${t('profession')}
            <select name="profession">
              ${professions.map(({ id }) => html`<option value=${id} .selected=${id === one.profession}>${professionName(id)}</option>`)}
            </select></label
          >
          <label class="field"
            >${t('specialization')}<input
              name="specialization"
              maxlength="40"
              .value=${one.specialization}
            />${wrong('specialization')}</label
          >
          <label class="field"
            >${t('role')}
            <select name="role">
              ${roles.includes(one.role) ? nothing : html`<option value=${one.role} selected>${own('other', { role: one.role })}</option>`}
              ${roles.map((role) => html`<option value=${role} .selected=${role === one.role}>${roleName(role)}</option>`)}
            </select></label
          >
          <label class="field"
            >${t('confidence')}
            <select name="confidence">
              ${['SOURCED', 'SOURCED_WEAK', 'GUESS'].map((key) => html`<option value=${key.toLowerCase()} .selected=${key === String(one.confidence).toUpperCase()}>${t(key)}</option>`)}
            </select></label
          >
          <label class="field"
            >${t('judgedOn')}<input
              type="date"
              name="judged"
              .value=${one.judged ?? today()}
            />${wrong('judged')}</label
          >
          <label class="field"
            >${t('gameBuild')}<input
              name="game_build"
              inputmode="numeric"
              maxlength="9"
              .value=${String(one.game_build ?? '')}
            />${wrong('game_build')}</label
          >
        </div>
        <div class="field">
          <span>${t('strengths')}</span><small>${t('strengthsHelp')}</small>
          <div class="strengths">
            ${capabilities.map(
              (key) =>
                html`<label
                  >${capabilityName(key)}
                  <select name="strength-${key}">
                    ${[0, 1, 2, 3].map((n) => html`<option value=${n} .selected=${n === (one.capabilities[key] ?? 0)}>${n}</option>`)}
                  </select></label
                >`,
            )}
          </div>
        </div>
        <label class="field"
          >${t('sources')}<textarea name="sources" .value=${one.sources.join('\n')}></textarea
          ><small>${t('sourcesHelp')}</small>${wrong('sources')}</label
        >
        <div class="row end">
          ${this.archetype && !one.shipped ? html`<button type="button" class="button reset" @click=${this.#reset}>${t('reset')}</button>` : nothing}
          <button type="button" class="button" @click=${this.close}>${shared('cancel')}</button>
          <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${shared('save')}</button>
        </div>
      </form>`,
    );
  }

  #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const text = (name) => String(form.get(name) ?? '').trim();
    const id = this.archetype?.id ?? text('id');
    const build = Number(text('game_build'));
    const body = {
      profession: text('profession'),
      specialization: text('specialization'),
      specialization_id: this.archetype?.specialization_id ?? 0,
      role: text('role'),
      confidence: text('confidence'),
      capabilities: Object.fromEntries(capabilities.map((key) => [key, Number(form.get(`strength-${key}`))])),
      sources: text('sources')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      ...(text('judged') ? { judged: text('judged') } : {}),
      ...(build > 0 ? { game_build: build } : {}),
    };
    this.work(async () => {
      const version = this.archetype?.version ?? 0;
      await api.put(`archetypes/${encodeURIComponent(id || '-')}`, body, { headers: { 'If-Match': `"v${version}"` } });
      toast(shared('saved'));
      this.tell('changed', null);
      this.close();
    });
  }

  async #reset() {
    const { id, version } = this.archetype;
    if (!(await confirm({ heading: t('resetAsk', { name: id }), text: t('resetText'), action: t('reset') }))) return;
    await this.work(async () => {
      await api.delete(`archetypes/${id}`, { headers: { 'If-Match': `"v${version}"` } });
      this.tell('changed', null);
      this.close();
    });
  }
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

customElements.define('wvw-archetype-sheet', ArchetypeSheet);

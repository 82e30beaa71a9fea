import { css, html, nothing } from 'lit';
import { api, confirm, fieldError, toast } from 'wvw/ui';
import { t } from './judgement-words.js';
import { look } from './look.js';
import { Sheet } from './sheet.js';
import { capabilities, capabilityName, ruleSetTitle, t as shared } from './words.js';

/** What the guild asks of a squad of one kind. Fires `changed`. */
class RulesSheet extends Sheet {
  static properties = { set: { attribute: false }, subgroup: { state: true }, squad: { state: true } };

  static styles = [
    look,
    css`
      form {
        display: grid;
        gap: var(--wvw-3);
      }
      .rule {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 74px auto 64px auto;
        align-items: center;
        gap: 8px;
        margin-block-end: 5px;
        font-size: var(--wvw-size-s);
      }
      .rule input {
        padding-inline: 8px;
      }
      .reset {
        margin-inline-end: auto;
      }
    `,
  ];

  willUpdate(changed) {
    if (!changed.has('set') && this.subgroup) return;
    this.subgroup = (this.set?.subgroup ?? []).map((row) => ({ ...row }));
    this.squad = (this.set?.squad ?? []).map((row) => ({ ...row }));
  }

  render() {
    const set = this.set ?? { title: '', title_fr: '', fewest_players: 1, most_players: 50 };
    const wrong = (field) => {
      const text = fieldError(this.problem, field);
      return text ? html`<span class="wrong">${text}</span>` : nothing;
    };
    return this.frame(
      this.set ? ruleSetTitle(set) : t('addRules'),
      html`<form novalidate @submit=${this.#submit}>
        ${this.set ? nothing : html`<label class="field">${t('id')}<input name="id" maxlength="40" autocomplete="off" autocapitalize="off" />${wrong('id')}</label>`}
        <div class="grid2">
          <label class="field"
            >${t('title')}<input name="title" maxlength="60" .value=${set.title} />${wrong('title')}</label
          >
          <label class="field"
            >${t('titleFr')}<input name="title_fr" maxlength="60" .value=${set.title_fr} />${wrong('title_fr')}</label
          >
          <label class="field"
            >${t('fewest')}<input
              type="number"
              min="1"
              max="50"
              name="fewest_players"
              .value=${String(set.fewest_players)}
            />${wrong('fewest_players')}</label
          >
          <label class="field"
            >${t('most')}<input
              type="number"
              min="1"
              max="50"
              name="most_players"
              .value=${String(set.most_players)}
            />${wrong('most_players')}</label
          >
        </div>
        ${this.#rows('subgroup', t('each'), 15)} ${this.#rows('squad', t('whole'), 150)} ${wrong('subgroup')}
        ${wrong('squad')}
        <div class="row end">
          ${this.set && !set.shipped ? html`<button type="button" class="button reset" @click=${this.#reset}>${t('reset')}</button>` : nothing}
          <button type="button" class="button" @click=${this.close}>${shared('cancel')}</button>
          <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'}>${shared('save')}</button>
        </div>
      </form>`,
    );
  }

  #rows(part, heading, most) {
    const rows = this[part];
    const set = (i, change) => (this[part] = rows.map((row, at) => (at === i ? { ...row, ...change } : row)));
    const box = (label, value, max, change) =>
      html`<input
        type="number"
        min="1"
        max=${max}
        aria-label=${label}
        .value=${String(value)}
        @change=${(event) => change(Number(event.target.value))}
      />`;
    return html`<section class="field">
      <span>${heading}</span>
      ${rows.map(({ capability, need, weight }, i) => {
        const rule = capabilityName(capability);
        return html`<div class="rule">
          <span>${rule}</span>${box(t('need', { rule }), need, most, (value) => set(i, { need: value }))}
          <span class="muted" aria-hidden="true">${t('weighs')}</span
          >${box(t('weight', { rule }), weight ?? 1, 10, (value) => set(i, { weight: value }))}
          <button
            type="button"
            class="button quiet icon"
            @click=${() => (this[part] = rows.filter((_, at) => at !== i))}
          >
            <wvw-icon name="close"></wvw-icon><span class="visually-hidden">${t('drop', { rule })}</span
          ></button>
        </div>`;
      })}
      <select aria-label="${heading}: ${t('addRule')}" @change=${(event) => this.#add(part, event.target)}>
        <option value="">${t('addRule')}</option>
        ${capabilities.filter((key) => !rows.some((row) => row.capability === key)).map((key) => html`<option value=${key}>${capabilityName(key)}</option>`)}
      </select>
    </section>`;
  }

  #add(part, select) {
    if (select.value) this[part] = [...this[part], { capability: select.value, need: 2, weight: 1 }];
    select.value = '';
  }

  #submit(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    const id = this.set?.id ?? String(form.id ?? '').trim();
    const body = {
      title: String(form.title).trim(),
      title_fr: String(form.title_fr).trim() || String(form.title).trim(),
      fewest_players: Number(form.fewest_players),
      most_players: Number(form.most_players),
      subgroup: this.subgroup,
      squad: this.squad,
    };
    this.work(async () => {
      await api.put(`rule-sets/${encodeURIComponent(id || '-')}`, body, {
        headers: { 'If-Match': `"v${this.set?.version ?? 0}"` },
      });
      toast(shared('saved'));
      this.tell('changed', null);
      this.close();
    });
  }

  async #reset() {
    const { id, version } = this.set;
    if (
      !(await confirm({
        heading: t('resetAsk', { name: ruleSetTitle(this.set) }),
        text: t('resetText'),
        action: t('reset'),
      }))
    )
      return;
    await this.work(async () => {
      await api.delete(`rule-sets/${id}`, { headers: { 'If-Match': `"v${version}"` } });
      this.tell('changed', null);
      this.close();
    });
  }
}

customElements.define('wvw-rules-sheet', RulesSheet);

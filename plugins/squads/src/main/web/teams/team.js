import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { WvwElement, api, confirm, navigate, relative, retitle, saying, session, toast } from 'wvw/ui';
import { all } from '../squads/all.js';
import { look } from '../squads/look.js';
import '../squads/name-sheet.js';
import { refused } from '../squads/refused.js';
import './invite.js';
import { t } from './words.js';

const ROLES = ['owner', 'editor', 'viewer'];

/** One team: its members and what each may do. */
class Team extends WvwElement {
  static properties = {
    id: {},
    team: { state: true },
    members: { state: true },
    problem: { state: true },
    renaming: { state: true },
  };

  static styles = [
    look,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
        align-items: start;
        gap: var(--wvw-4);
      }
      .rows li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 8px;
        padding-block: 8px;
        border-block-start: 1px solid var(--wvw-line);
      }
      .who {
        display: flex;
        align-items: center;
        gap: 10px;
        min-width: 0;
      }
      .who strong {
        overflow-wrap: anywhere;
      }
      .mark {
        display: grid;
        flex: none;
        place-items: center;
        width: 34px;
        height: 34px;
        border-radius: 50%;
        background: var(--wvw-accent-soft);
        color: var(--wvw-accent-text);
        font-size: var(--wvw-size-s);
        font-weight: 700;
      }
      .rows select {
        width: auto;
        padding-inline: 8px;
      }
      .rows .last {
        grid-template-columns: minmax(0, 1fr);
        padding-block: 0 8px;
        border: 0;
      }
      @media (max-width: 479px) {
        .mark {
          display: none;
        }
        .page-head .row > .button {
          flex: 1 1 auto;
          padding-inline: 10px;
          font-size: var(--wvw-size-s);
        }
      }
      .purpose {
        max-width: 70ch;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      @media (max-width: 899px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('id')) this.#load();
  }

  async #load() {
    const { id } = this;
    this.problem = null;
    try {
      await this.#again();
    } catch (problem) {
      if (id === this.id) this.problem = problem;
    }
  }

  /** Reads it again; a dialog over it stays as it is. */
  async #again() {
    const { id } = this;
    const [team, members] = await Promise.all([
      api.get(`teams/${encodeURIComponent(id)}`),
      all(`teams/${encodeURIComponent(id)}/members`),
    ]);
    if (id !== this.id) return;
    Object.assign(this, { team, members });
    retitle(team.name);
  }

  get #owns() {
    return this.team.role === 'owner';
  }

  render() {
    return html`<a class="back" href="/teams"><wvw-icon name="back"></wvw-icon>${t('list')}</a> ${this.#content()}`;
  }

  #content() {
    if (this.problem) return refused(this.problem, t('missing'), this.#load);
    if (!this.team) return html`<wvw-skeleton even lines="6"></wvw-skeleton>`;
    const { name, description, members } = this.team;
    return html`<div class="page-head">
        <div>
          <h1>${name}</h1>
          <div class="row small muted">
            <span class="tag ${this.#owns ? 'good' : ''}">${t(this.team.role)}</span>${t('members', { n: members })}
          </div>
        </div>
        <div class="row">
          ${
            this.#owns
              ? html`<button class="button" @click=${() => (this.renaming = this.team)}>
                    <wvw-icon name="edit"></wvw-icon>${t('rename')}
                  </button>
                  <button class="button" @click=${this.#delete}>
                    <wvw-icon name="trash"></wvw-icon>${t('delete')}
                  </button>`
              : nothing
          }
          <button class="button" ?disabled=${this.#last(session.user?.id)} @click=${this.#leave}>
            <wvw-icon name="leave"></wvw-icon>${t('leave')}
          </button>
        </div>
      </div>
      ${
        description
          ? html`<p class="purpose muted">${description}</p>
              <br />`
          : nothing
      }
      <div class=${this.#owns ? 'columns' : ''}>
        <section class="card">
          <h2>${t('people')}</h2>
          <ul class="rows">
            ${repeat(
              this.members,
              ({ account_id }) => account_id,
              (member) => this.#row(member),
            )}
          </ul>
        </section>
        ${this.#owns ? html`<wvw-team-invite .id=${this.id} @invited=${this.#load}></wvw-team-invite>` : nothing}
      </div>
      ${
        this.renaming
          ? html`<wvw-name-sheet
              .heading=${t('rename')}
              .name=${this.renaming.name}
              .description=${this.renaming.description}
              .labels=${{ description: t('description') }}
              .save=${(form) => this.#rename(form)}
              .refresh=${() => this.#again()}
              @closed=${() => (this.renaming = null)}
            ></wvw-name-sheet>`
          : nothing
      }`;
  }

  /** Whether a team would be left without an owner. */
  #last(account) {
    const owners = this.members.filter(({ role }) => role === 'owner');
    return owners.length === 1 && owners[0].account_id === account;
  }

  #row(member) {
    const { account_id, role, joined_at } = member;
    const name = member.username ?? t('gone');
    const last = this.#last(account_id);
    return html`<li>
        <div class="who">
          <span class="mark" aria-hidden="true">${name.slice(0, 2)}</span>
          <div>
            <strong>${name}</strong
            >${account_id === session.user?.id ? html` <span class="tag">${t('you')}</span>` : nothing}
            <div class="muted small">${t('since', { when: relative(joined_at) })}</div>
          </div>
        </div>
        ${
          this.#owns
            ? html`<select
                  aria-label=${t('roleOf', { name })}
                  ?disabled=${last}
                  title=${last ? t('last') : nothing}
                  @change=${(event) => this.#change(member, name, event.target)}
                >
                  ${ROLES.map((one) => html`<option value=${one} .selected=${live(one === role)}>${t(one)}</option>`)}
                </select>
                <button class="button quiet icon" ?disabled=${last} @click=${() => this.#remove(member, name)}>
                  <wvw-icon name="close"></wvw-icon><span class="visually-hidden">${t('remove', { name })}</span
                ></button>`
            : html`<span class="tag">${t(role)}</span>`
        }
      </li>
      ${last && this.#owns ? html`<li class="muted small last">${t('last')}</li>` : nothing}`;
  }

  async #act(work, said) {
    try {
      await work();
      toast(said);
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
    await this.#load();
  }

  #change({ account_id }, name, select) {
    const role = select.value;
    return this.#act(
      () => api.put(`teams/${this.id}/members/${account_id}`, { role }),
      t('changed', { name, role: t(role) }),
    );
  }

  async #remove({ account_id }, name) {
    if (!(await confirm({ heading: t('askRemove', { name }), text: t('askRemoveText'), action: t('removeIt') })))
      return;
    await this.#act(() => api.delete(`teams/${this.id}/members/${account_id}`), t('removed', { name }));
  }

  async #leave() {
    const { name } = this.team;
    if (!(await confirm({ heading: t('askLeave', { name }), text: t('askLeaveText'), action: t('leave') }))) return;
    await this.#away(() => api.delete(`teams/${this.id}/members/${session.user.id}`), t('left', { name }));
  }

  async #delete() {
    const { name, etag } = this.team;
    if (!(await confirm({ heading: t('askDelete', { name }), text: t('askDeleteText'), action: t('delete') }))) return;
    await this.#away(
      () => api.delete(`teams/${this.id}`, etag ? { headers: { 'If-Match': etag } } : {}),
      t('deleted', { name }),
    );
  }

  async #away(work, said) {
    try {
      await work();
      toast(said);
      navigate('/teams');
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
      await this.#load();
    }
  }

  async #rename({ name, description }) {
    const { etag } = this.team;
    await api.put(`teams/${this.id}`, { name, description }, etag ? { headers: { 'If-Match': etag } } : {});
    await this.#load();
  }
}

customElements.define('wvw-team', Team);

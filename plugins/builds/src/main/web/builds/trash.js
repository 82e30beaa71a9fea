import { css, html } from 'lit';
import { PagedList, api, confirm, dateTime, professionName, relative, words } from 'wvw/ui';

const t = words({
  heading: ['Trash', 'Corbeille'],
  lead: ['Deleted builds are kept for thirty days.', 'Les builds supprimés sont gardés trente jours.'],
  list: ['All builds', 'Tous les builds'],
  none: ['The trash is empty', 'La corbeille est vide'],
  noneText: ['A build that you delete stands here and can be put back.', 'Un build supprimé se retrouve ici et peut être rétabli.'],
  gone: ['gone for good {when}', 'perdu définitivement {when}'],
  restore: ['Put back', 'Rétablir'],
  restored: ['“{name}” is back', '« {name} » est rétabli'],
  remove: ['Delete for good', 'Supprimer définitivement'],
  ask: ['Delete “{name}” for good?', 'Supprimer « {name} » définitivement ?'],
  askText: ['The build and its history are lost. This cannot be undone.', 'Le build et son historique sont perdus. C’est irréversible.'],
  removed: ['“{name}” is gone', '« {name} » est perdu'],
});

/** One's own deleted builds, to be put back or deleted for good. */
class BuildTrash extends PagedList {
  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-4);
    }
    .page-head {
      margin: 0;
    }
    .card {
      padding-block: 4px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px var(--wvw-3);
      padding-block: 12px;
      border-block-start: 1px solid var(--wvw-line);
    }
    li:first-child {
      border: 0;
    }
    .what {
      flex: 1 1 180px;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .button.more {
      justify-self: center;
      width: auto;
    }
  `;

  get source() {
    return 'builds/trash?limit=50';
  }

  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('lead')}</p>
        </div>
        <a class="button" href="/builds"><wvw-icon name="builds"></wvw-icon>${t('list')}</a>
      </div>
      ${this.frame(
        html`<wvw-empty icon="trash" .heading=${t('none')} .text=${t('noneText')}></wvw-empty>`,
        html`<ul class="card">
          ${this.drawn.map((deleted) => this.#row(deleted))}
        </ul>`,
      )}`;
  }

  #row({ build, deleted_at: at, gone_at: gone }) {
    return html`<li>
      <wvw-crest .profession=${build.profession}></wvw-crest>
      <div class="what">
        <strong>${build.name}</strong>
        <div class="muted small">
          ${professionName(build.profession)} · <span title=${dateTime(at)}>${relative(at)}</span> ·
          <span title=${dateTime(gone)}>${t('gone', { when: relative(gone) })}</span>
        </div>
      </div>
      <div class="row">
        <button class="button" @click=${() => this.#restore(build)}>
          <wvw-icon name="retry"></wvw-icon>${t('restore')}<span class="visually-hidden">: ${build.name}</span
        ></button>
        <button class="button quiet icon" title=${t('remove')} @click=${() => this.#remove(build)}>
          <wvw-icon name="trash"></wvw-icon><span class="visually-hidden">${t('remove')}: ${build.name}</span
        ></button>
      </div>
    </li>`;
  }

  async #restore({ id, name }) {
    await this.act(() => api.post(`builds/trash/${id}/restore`), t('restored', { name }));
  }

  async #remove({ id, name }) {
    const sure = await confirm({ heading: t('ask', { name }), text: t('askText'), action: t('remove') });
    if (sure) await this.act(() => api.delete(`builds/trash/${id}`), t('removed', { name }));
  }
}

customElements.define('wvw-build-trash', BuildTrash);

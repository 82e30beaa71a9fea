import { api, confirm, navigate, retitle, saying, toast } from 'wvw/ui';
import { BoardModel } from './board-model.js';
import { t } from './board-words.js';
import * as desk from './desk.js';
import { dropDraft } from './drafts.js';
import { t as shared } from './words.js';

/** A board and the server's copy of it: saving, bringing two versions together, sharing, deleting. */
export class SavedBoard extends BoardModel {
  /**
   * Saves; whoever came second brings both versions together. What is changed while the request is on its way stays,
   * and stays unsaved.
   */
  async save(about = this.about, etag = this.desk.saved?.etag, groups = this.plan.groups, named = false) {
    if (!about.name && !named) return this.open('details');
    const before = { about: this.about, groups: this.plan.groups };
    const id = this.desk.saved?.id;
    this.busy = true;
    try {
      const body = desk.request(about, groups);
      const saved = id
        ? await api.put(`compositions/${id}`, body, { headers: etag ? { 'If-Match': etag } : {} })
        : await api.post('compositions', body);
      this.#saved(saved, { about, groups }, before);
    } catch (problem) {
      if (problem.status === 412 && problem.body.current) return this.open('merge', problem.body.current);
      throw problem;
    } finally {
      this.busy = false;
    }
    return undefined;
  }

  #saved(saved, { about, groups }, before) {
    this.desk = { ...this.desk, saved, base: { meta: about, groups } };
    if (this.about === before.about) this.about = about;
    if (this.plan.groups === before.groups && groups !== before.groups) {
      const extra = this.plan.people.filter((one) => one.by_hand);
      this.plan = { ...this.plan, groups, people: desk.people(this.roster, groups, extra) };
    }
    this.restored = false;
    if (this.id === 'new') {
      dropDraft('new');
      this.id = saved.id;
      history.replaceState({}, '', `/squads/${saved.id}`);
    }
    toast(shared('saved'));
    retitle(about.name);
  }

  saveOrSay = async () => {
    try {
      await this.save();
    } catch (problem) {
      toast(`${shared('notSaved')}: ${saying(problem)}`, { kind: 'bad' });
    }
  };

  async delete() {
    const { saved } = this.desk;
    const name = this.about.name;
    if (!(await confirm({ heading: t('deleteHeading', { name }), text: t('deleteText'), action: t('delete') }))) return;
    try {
      await api.delete(`compositions/${saved.id}`, { headers: { 'If-Match': saved.etag } });
      this.guard.off();
      dropDraft(saved.id);
      toast(t('deleted', { name }));
      navigate('/squads');
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
  }

  discard() {
    const { meta, groups } = this.desk.base;
    this.restored = false;
    this.about = meta;
    this.change(desk.plan(groups, desk.people(this.roster, groups), this.plan.orders), { by: 'undo' });
  }

  /** Takes over what the dialog says, and saves. */
  async rename(about) {
    this.past.push({ plan: this.plan, about: this.about });
    this.about = about;
    await this.save(about, this.desk.saved?.etag, this.plan.groups, true);
  }

  /** Both versions are one now: saved on top of what the other side saved. */
  async merge(about, groups, etag) {
    await this.save(about, etag, groups);
  }

  /** @param {string | null} code of the public link */
  share(code) {
    const { saved } = this.desk;
    const changed = { ...saved, share_code: code };
    Object.defineProperty(changed, 'etag', { value: saved.etag });
    this.desk = { ...this.desk, saved: changed };
  }
}

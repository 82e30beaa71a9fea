import { api, confirm, navigate, retitle, saying, toast } from 'wvw/ui';
import { BoardModel } from './board-model.js';
import { t } from './board-words.js';
import * as desk from './desk.js';
import { draftKey, dropDraft } from './drafts.js';
import { Past } from './past.js';
import { t as shared } from './words.js';

/** A board and the server's copy of it: saving, bringing two versions together, sharing, deleting. */
export class SavedBoard extends BoardModel {
  #underWay = Promise.resolve(false);
  #more = false;

  /**
   * Saves; whoever came second brings both versions together. What is changed while the request is on its way stays,
   * and stays unsaved. One save follows the other, and begins from what that one left.
   * @param {{about?: import('./desk.js').Meta, groups?: import('./plan.js').Seat[][], etag?: string, named?: boolean}}
   *   [what] by default what the board shows
   * @returns {Promise<boolean>} whether it is saved; otherwise a dialog asks for what is missing
   */
  async save(what) {
    await this.#underWay;
    const done = this.#send(what);
    this.#underWay = done.catch(() => false);
    return done;
  }

  async #send({ about = this.about, groups = this.plan.groups, etag = this.desk.etag, named = false } = {}) {
    if (!about.name && !named) return this.#ask('details');
    const before = { id: this.id, key: this.desk.key, about: this.about, groups: this.plan.groups };
    const id = this.desk.saved?.id;
    this.busy = true;
    try {
      const body = desk.request(about, groups);
      const saved = id
        ? await api.put(`compositions/${id}`, body, { headers: etag ? { 'If-Match': etag } : {} })
        : await api.post('compositions', body);
      this.#saved(saved, { about, groups }, before);
      return true;
    } catch (problem) {
      if (problem.status === 412 && problem.body.current) return this.#ask('merge', problem.body.current);
      throw problem;
    } finally {
      this.busy = false;
    }
  }

  #ask(sheet, detail) {
    this.open(sheet, detail);
    return false;
  }

  #saved(saved, { about, groups }, before) {
    toast(shared('saved'));
    dropDraft(before.key);
    if (this.id !== before.id) return; // The page shows another squad by now.
    const merged = groups !== before.groups;
    const key = this.id === 'new' ? draftKey(saved.id) : before.key;
    const base = { meta: about, groups };
    this.desk = { ...this.desk, saved, base, etag: saved.etag, stale: false, key };
    if (this.about === before.about) this.about = about;
    if (merged) {
      // Undoing would take back what the other side saved.
      this.past = new Past();
      if (this.plan.groups === before.groups) {
        const extra = this.plan.people.filter((one) => one.by_hand);
        this.plan = { ...this.plan, groups, people: desk.people(this.roster, groups, extra) };
      }
    }
    this.restored = false;
    if (this.id === 'new') this.#settle(saved.id);
    retitle(about.name);
  }

  /** A new squad has an address now, which the console is to know; the page stays as it is, and so does the focus. */
  #settle(id) {
    this.id = id;
    if (!this.isConnected) return;
    const { scrollY: top } = globalThis;
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    navigate(`/squads/${id}`, { replace: true });
    scrollTo({ top, behavior: 'instant' });
    focused?.focus({ preventScroll: true });
    requestAnimationFrame(() => retitle(this.about.name));
  }

  /** Asked for twice, it is saved a second time only if something changed meanwhile. */
  saveOrSay = async () => {
    this.#more = this.busy;
    if (this.busy) return;
    try {
      while ((await this.save()) && this.#more && this.dirty) this.#more = false;
    } catch (problem) {
      toast(shared('notSaved', { why: saying(problem) }), { kind: 'bad' });
    }
  };

  async delete() {
    const { saved } = this.desk;
    const name = this.about.name;
    if (!(await confirm({ heading: t('deleteHeading', { name }), text: t('deleteText'), action: t('delete') }))) return;
    try {
      await api.delete(`compositions/${saved.id}`, { headers: { 'If-Match': saved.etag } });
      this.guard.off();
      dropDraft(this.desk.key);
      toast(t('deleted', { name }));
      navigate('/squads');
    } catch (problem) {
      toast(saying(problem), { kind: 'bad' });
    }
  }

  /** Goes back to what the server has, which may be newer than what the work began from. */
  async discard() {
    const { saved, stale } = this.desk;
    const gone = { heading: t('discardHeading'), text: t('discardText'), action: t('discard') };
    if (stale && !(await confirm(gone))) return;
    if (saved) this.desk = { ...this.desk, base: desk.version(saved), etag: saved.etag, stale: false };
    const { meta, groups } = this.desk.base;
    this.restored = false;
    this.about = meta;
    this.change(desk.plan(groups, desk.people(this.roster, groups), this.plan.orders), { by: 'undo' });
    if (stale) this.past = new Past(); // The work began from an older version: it cannot be laid over this one.
  }

  /** Takes over what the dialog says, and saves. */
  async rename(about) {
    this.past.push({ plan: this.plan, about: this.about });
    this.about = about;
    await this.save({ about, named: true });
  }

  /** Both versions are one now: saved on top of what the other side saved. */
  async merge(about, groups, etag) {
    return this.save({ about, groups, etag });
  }

  /** @param {string | null} code of the public link */
  share(code) {
    const { saved } = this.desk;
    const changed = { ...saved, share_code: code };
    Object.defineProperty(changed, 'etag', { value: saved.etag });
    this.desk = { ...this.desk, saved: changed };
  }
}

import { css, html, nothing } from 'lit';
import { relative, words } from 'wvw/ui';
import { meta } from './desk.js';
import { look } from './look.js';
import { merge, seatAll } from './merge.js';
import { seats } from './plan.js';
import { learn, shortLabel } from './playables.js';
import { Sheet } from './sheet.js';
import { t as shared } from './words.js';

const t = words({
  heading: ['Somebody else saved meanwhile', 'Quelqu’un a enregistré entre-temps'],
  lead: [
    'Saved {when}. What only one of you changed is taken over: {mine} of yours, {theirs} of theirs.',
    'Enregistrée {when}. Ce qu’un seul a changé est repris : {mine} de vous, {theirs} d’eux.',
  ],
  clashes: ['You both changed these. Choose:', 'Vous avez tous deux changé ceci. Choisissez :'],
  none: ['Nothing contradicts: both versions fit together.', 'Rien ne se contredit : les deux versions s’accordent.'],
  mine: ['Yours: {what}', 'Vous : {what}'],
  theirs: ['Theirs: {what}', 'Eux : {what}'],
  place: ['{where}, {build}', '{where}, {build}'],
  out: ['not in the squad', 'hors de l’escouade'],
  nothing: ['empty', 'vide'],
  join: ['Save both together', 'Enregistrer les deux ensemble'],
  over: [
    'Their subgroup is full, they go to the bench: {names}',
    'Leur sous-groupe est plein, ils vont au banc : {names}',
  ],
  name: ['Name', 'Nom'],
  rule_set: ['Rules', 'Règles'],
  tags: ['Tags', 'Étiquettes'],
  notes: ['Notes', 'Notes'],
  visibility: ['Who sees it', 'Qui la voit'],
  team_id: ['Team', 'Équipe'],
  template: ['Template', 'Modèle'],
});

/** Two versions of one squad: takes over what only one side changed, and asks where both did. */
class MergeSheet extends Sheet {
  static properties = {
    base: { attribute: false },
    mine: { attribute: false },
    theirs: { attribute: false },
    save: { attribute: false },
    choice: { state: true },
  };

  static styles = [
    look,
    css`
      fieldset {
        margin: 0;
        padding: 8px 0;
        border: 0;
        border-block-start: 1px solid var(--wvw-line);
      }
      legend {
        float: left;
        padding: 0;
        font-weight: 650;
      }
      .check {
        clear: both;
      }
    `,
  ];

  constructor() {
    super();
    this.choice = {};
  }

  willUpdate(changed) {
    if (!changed.has('theirs')) return;
    learn(this.theirs.builds);
    this.other = { meta: meta(this.theirs, this.theirs.id), groups: seats(this.theirs.subgroups) };
    this.found = merge(this.base, this.mine, this.other);
    this.choice = {};
  }

  render() {
    const { about, seats: people } = this.found;
    const clashes = [
      ...about.clashes.map((one) => ({ ...one, kind: 'about' })),
      ...people.clashes.map((one) => ({ ...one, kind: 'seat' })),
    ];
    const { over } = this.#joined();
    const counts = { mine: about.mine + people.mine, theirs: about.theirs + people.theirs };
    return this.frame(
      t('heading'),
      html`<div class="stack">
        <p>${t('lead', { when: relative(this.theirs.updated_at), ...counts })}</p>
        <p class="muted">${clashes.length ? t('clashes') : t('none')}</p>
        ${clashes.map((clash) => this.#clash(clash))}
        ${over.length ? html`<p class="wrong">${t('over', { names: over.join(', ') })}</p>` : nothing}
      </div>`,
      html`<button class="button" @click=${this.close}>${shared('cancel')}</button>
        <button class="button primary" aria-busy=${this.busy ? 'true' : 'false'} @click=${this.#join}>
          ${t('join')}
        </button>`,
    );
  }

  #clash({ kind, key, mine, theirs }) {
    const name = `${kind}:${key}`;
    const say = (value) => (kind === 'seat' ? this.#place(value) : String(value || t('nothing')));
    const option = (side, value) =>
      html`<label class="check">
        <input
          type="radio"
          name=${name}
          .checked=${(this.choice[name] ?? 'mine') === side}
          @change=${() => (this.choice = { ...this.choice, [name]: side })}
        />
        ${t(side, { what: say(value) })}
      </label>`;
    return html`<fieldset>
      <legend>${kind === 'seat' ? key : t(key)}</legend>
      ${option('mine', mine)} ${option('theirs', theirs)}
    </fieldset>`;
  }

  #place(place) {
    return place
      ? t('place', { where: shared('subgroup', { n: place.group }), build: shortLabel(place.build) })
      : t('out');
  }

  #joined() {
    const pick = (kind, { agreed, clashes }) => {
      const all = new Map(agreed);
      for (const { key, mine, theirs } of clashes)
        all.set(key, (this.choice[`${kind}:${key}`] ?? 'mine') === 'mine' ? mine : theirs);
      return all;
    };
    const count = Math.max(this.mine.groups.length, this.other.groups.length);
    const { groups, over } = seatAll(pick('seat', this.found.seats), count, this.mine.groups);
    return { about: Object.fromEntries(pick('about', this.found.about)), groups, over };
  }

  #join() {
    const { about, groups } = this.#joined();
    return this.work(async () => {
      // Refused once more, it shows what was saved meanwhile.
      if (await this.save(about, groups, `"v${this.theirs.version}"`)) this.close();
    });
  }
}

customElements.define('wvw-merge-sheet', MergeSheet);

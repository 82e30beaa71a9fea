import { css, html } from 'lit';
import { WvwElement, professionName, relative, words } from 'wvw/ui';
import { fieldName } from '../field-names.js';
import { roleName, t as shared } from '../words.js';

const t = words({
  heading: ['Somebody saved this build meanwhile', 'Quelqu’un a enregistré ce build entre-temps'],
  lead: [
    'Choose what it shall be. What only one of you changed is chosen already; nothing is lost until you save.',
    'Choisissez ce qu’il doit être. Ce qu’un seul a changé est déjà choisi ; rien n’est perdu avant l’enregistrement.',
  ],
  when: ['It was saved {when}.', 'Il a été enregistré {when}.'],
  mine: ['Yours', 'Le vôtre'],
  theirs: ['Theirs', 'L’autre'],
  apply: ['Go on with this', 'Continuer avec ce choix'],
  nothing: ['nothing', 'rien'],
  pieces: ['{n} piece|{n} pieces', '{n} pièce|{n} pièces'],
});

const ABOUT = ['name', 'visibility', 'role', 'tags', 'notes'];

/** What tells two states of a field apart. @param {any} draft @param {string} field */
function text(draft, field) {
  if (field === 'template') return draft.link ?? JSON.stringify(bare(draft.template));
  if (field === 'equipment') return JSON.stringify(draft.equipment);
  if (field === 'visibility') return `${draft.about.visibility} ${draft.about.team_id ?? ''}`;
  return JSON.stringify(draft.about[field] ?? '');
}

/** A template without the names that only explain it. */
function bare({ profession, specializations, terrestrial, aquatic, pets, legends }) {
  const ids = (refs) => (refs ?? []).map((ref) => ref?.id ?? 0);
  return [
    profession,
    specializations.map(({ id, choices }) => [id, choices]),
    terrestrial.palette_ids,
    aquatic.palette_ids,
    pets && [ids(pets.terrestrial), ids(pets.aquatic)],
    legends && [ids(legends.terrestrial), ids(legends.aquatic)],
  ];
}

/**
 * The fields in which two people's states differ, each with the side to take: theirs where only they changed it.
 * @param {any} base what both began with @param {any} mine @param {any} theirs
 * @returns {{field: string, side: 'mine' | 'theirs'}[]}
 */
export function differences(base, mine, theirs) {
  return [...ABOUT, 'template', 'equipment']
    .filter((field) => text(mine, field) !== text(theirs, field))
    .map((field) => ({ field, side: base && text(mine, field) === text(base, field) ? 'theirs' : 'mine' }));
}

/** @param {any} mine @param {any} theirs @param {{field: string, side: string}[]} rows */
export function merged(mine, theirs, rows) {
  const taken = (field) => (rows.find((row) => row.field === field)?.side === 'theirs' ? theirs : mine);
  const about = Object.fromEntries(ABOUT.map((field) => [field, taken(field).about[field]]));
  about.team_id = taken('visibility').about.team_id;
  const { template, link } = taken('template');
  return { template, link, equipment: taken('equipment').equipment, about };
}

/** Two versions side by side, field by field, to be made one. Fires `merged` with the rows. */
class EditorMerge extends WvwElement {
  static properties = {
    mine: { attribute: false },
    theirs: { attribute: false },
    rows: { attribute: false },
    at: {},
  };

  static styles = css`
    :host {
      display: block;
    }
    .card {
      display: grid;
      gap: var(--wvw-3);
      border-color: var(--wvw-warn-line);
    }
    .card > h2 {
      margin: 0;
    }
    fieldset {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 8px;
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 4px;
      font-weight: 650;
    }
    label {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: start;
      gap: 2px 8px;
      padding: 8px 12px;
      border: 1px solid var(--wvw-field-line);
      border-radius: var(--wvw-radius-m);
      cursor: pointer;
    }
    label:has(:checked) {
      border-color: var(--wvw-accent);
      background: var(--wvw-accent-soft);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--wvw-focus);
      outline-offset: 1px;
    }
    input {
      accent-color: var(--wvw-accent);
    }
    .value {
      grid-column: 2;
      max-height: 9em;
      overflow: auto;
      font-size: var(--wvw-size-s);
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
    @media (max-width: 559px) {
      fieldset {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  render() {
    return html`<section class="card" role="group" aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${t('heading')}</h2>
      <p class="muted">${t('lead')} ${this.at ? t('when', { when: relative(this.at) }) : ''}</p>
      ${this.rows.map((row) => this.#row(row))}
      <div class="row">
        <button type="button" class="button primary" @click=${this.#apply}>${t('apply')}</button>
      </div>
    </section>`;
  }

  focus() {
    this.renderRoot.querySelector('h2').focus();
  }

  #row(row) {
    return html`<fieldset>
      <legend>${fieldName(row.field)}</legend>
      ${['mine', 'theirs'].map(
        (side) => html`<label>
          <input
            type="radio"
            name=${row.field}
            .checked=${row.side === side}
            @change=${() => {
              row.side = side;
              this.requestUpdate();
            }}
          />
          <strong>${t(side)}</strong>
          <span class="value">${this.#value(this[side], row.field)}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #value({ template, equipment, about }, field) {
    switch (field) {
      case 'template':
        return [professionName(template.profession), ...template.specializations.filter(({ id }) => id).map(({ id, name }) => name ?? `#${id}`)].join(' · ');
      case 'equipment':
        return t('pieces', { n: equipment.pieces.length });
      case 'visibility':
        return shared(about.visibility);
      case 'role':
        return about.role ? roleName(about.role) : t('nothing');
      default:
        return [about[field] ?? ''].flat().join(', ') || t('nothing');
    }
  }

  #apply() {
    this.dispatchEvent(new CustomEvent('merged', { detail: this.rows }));
  }
}

customElements.define('wvw-editor-merge', EditorMerge);

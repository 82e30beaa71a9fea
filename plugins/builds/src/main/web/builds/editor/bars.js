import { css, html, nothing } from 'lit';
import { WvwElement, words } from 'wvw/ui';
import { facts } from '../facts.js';
import { flawStyles, flawText } from './flaws.js';
import './picker.js';

const t = words({
  land: ['On land', 'Sur terre'],
  water: ['Under water', 'Sous l’eau'],
  Heal: ['Heal', 'Soin'],
  Utility: ['Utility {n}', 'Utilitaire {n}'],
  Elite: ['Elite', 'Élite'],
  pet: ['Pet {n}', 'Familier {n}'],
  legend: ['Legend {n}', 'Légende {n}'],
  brings: ['The legend brings its skills.', 'La légende apporte ses compétences.'],
  same: ['The same under water', 'Les mêmes sous l’eau'],
});

const SLOTS = ['Heal', 'Utility', 'Utility', 'Utility', 'Elite'];
/** The palettes of a Revenant's skills: each stands for a slot, whatever the legend. */
const LEGEND = [4572, 4614, 4651, 4564, 4554];
const PLACES = { terrestrial: 'land', aquatic: 'water' };

/** Skills, pets and legends, on land and under water. Fires `edit` with the parts of the template that changed. */
class EditorBars extends WvwElement {
  static properties = {
    template: { attribute: false },
    flaws: { attribute: false },
    skills: { state: true },
    others: { state: true },
  };

  static styles = [
    flawStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--wvw-3);
      }
      .card {
        display: grid;
        align-content: start;
        gap: var(--wvw-3);
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      h3 wvw-icon {
        color: var(--wvw-accent-text);
      }
      .bar {
        display: grid;
        gap: 10px;
      }
      @media (max-width: 699px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('template') && changed.get('template')?.profession !== this.template.profession) this.#load();
  }

  async #load() {
    const { profession } = this.template;
    const beside = { Ranger: 'pets', Revenant: 'legends' }[profession];
    const [skills, others] = await Promise.all([
      profession === 'Revenant' ? [] : facts(`skills?profession=${profession}&choosable=true`).catch(() => []),
      beside ? facts(beside).catch(() => []) : [],
    ]);
    if (profession !== this.template.profession) return;
    this.skills = skills;
    this.others = [...others].sort((one, other) => one.name.localeCompare(other.name));
  }

  render() {
    return html`${this.#place('terrestrial')} ${this.#place('aquatic')}`;
  }

  #place(place) {
    const { template } = this;
    return html`<section class="card" aria-label=${t(PLACES[place])}>
      <h3><wvw-icon name=${PLACES[place]}></wvw-icon>${t(PLACES[place])}</h3>
      <div class="bar">
        ${template.profession === 'Revenant' ? this.#legends(place) : SLOTS.map((slot, index) => this.#skill(place, slot, index))}
        ${template.pets ? [0, 1].map((index) => this.#pet(place, index)) : nothing}
      </div>
      ${place === 'terrestrial' && template.profession !== 'Revenant'
        ? html`<div><button class="button quiet" type="button" @click=${this.#same}>${t('same')}</button></div>`
        : nothing}
    </section>`;
  }

  #skill(place, slot, index) {
    const bar = this.template[place];
    const chosen = bar.skills[index];
    return html`<wvw-picker
      .label=${slot === 'Utility' ? t('Utility', { n: index }) : t(slot)}
      .items=${this.#offered(slot, chosen, bar)}
      .value=${chosen?.id ?? null}
      .error=${flawText(this.flaws, `/template/${place}/skills/${index}`)}
      @picked=${(event) => this.#choose(place, index, event.detail)}
    ></wvw-picker>`;
  }

  /** Those of the slot, without what needs an elite line that is not chosen and without what stands in the bar. */
  #offered(slot, chosen, bar) {
    const lines = this.template.specializations.map(({ id }) => id);
    const taken = bar.skills.map((skill) => skill?.id);
    const fits = (skill) =>
      skill.slot === slot &&
      (!skill.specialization || lines.includes(skill.specialization)) &&
      (skill.id === chosen?.id || !taken.includes(skill.id));
    const offered = (this.skills ?? []).filter(fits).sort((one, other) => one.name.localeCompare(other.name));
    if (!chosen || offered.some(({ id }) => id === chosen.id)) return offered;
    return [{ ...chosen, name: chosen.name ?? `#${chosen.id}` }, ...offered];
  }

  #choose(place, index, skill) {
    const bar = this.template[place];
    const palette = skill?.palettes?.[this.template.profession]?.[0] ?? 0;
    this.#edit({
      [place]: {
        palette_ids: SLOTS.map((slot, at) => (at === index ? palette : (bar.palette_ids[at] ?? 0))),
        skills: SLOTS.map((slot, at) => (at === index ? skill && { id: skill.id, name: skill.name } : (bar.skills[at] ?? null))),
      },
    });
  }

  #same() {
    const { palette_ids, skills } = this.template.terrestrial;
    this.#edit({ aquatic: { palette_ids: [...palette_ids], skills: [...skills] } });
  }

  #pet(place, index) {
    const pets = this.template.pets[place];
    return html`<wvw-picker
      .label=${t('pet', { n: index + 1 })}
      .items=${this.others ?? []}
      .value=${pets[index]?.id ?? null}
      .error=${flawText(this.flaws, `/template/pets/${place}/${index}`)}
      @picked=${(event) => this.#edit({ pets: { ...this.template.pets, [place]: replaced(pets, index, event.detail) } })}
    ></wvw-picker>`;
  }

  #legends(place) {
    const chosen = this.template.legends[place];
    const named = this.template[place].skills.filter(Boolean).map(({ name }) => name);
    return html`${[0, 1].map(
        (index) => html`<wvw-picker
          .label=${t('legend', { n: index + 1 })}
          .items=${(this.others ?? []).filter((legend) => legend.id === chosen[index]?.id || this.#free(legend, chosen))}
          .value=${chosen[index]?.id ?? null}
          .error=${flawText(this.flaws, `/template/legends/${place}/${index}`)}
          @picked=${(event) => this.#legend(place, index, event.detail)}
        ></wvw-picker>`,
      )}
      <p class="small muted">${named.length ? html`<span lang="en">${named.join(' · ')}</span>` : t('brings')}</p>`;
  }

  /** Some legends come with an elite specialisation, and each stands once. */
  #free({ id, specialization }, chosen) {
    const lines = this.template.specializations.map((line) => line.id);
    return (!specialization || lines.includes(specialization)) && !chosen.some((one) => one?.id === id);
  }

  /** The palettes name the slots; which skills stand there follows from the legend. */
  #legend(place, index, fact) {
    const legends = this.template.legends;
    const chosen = replaced(legends[place], index, fact);
    const inactive = `inactive_${place}`;
    this.#edit({
      legends: {
        ...legends,
        [place]: chosen,
        [inactive]: { palette_ids: chosen[1] ? LEGEND.slice(1, 4) : [0, 0, 0], skills: [] },
      },
      [place]: { palette_ids: chosen[0] ? LEGEND : [0, 0, 0, 0, 0], skills: [null, null, null, null, null] },
    });
  }

  #edit(change) {
    this.dispatchEvent(new CustomEvent('edit', { detail: change }));
  }
}

/** @param {any[]} pair @param {number} index @param {any} fact */
function replaced(pair, index, fact) {
  return [0, 1].map((at) => (at === index ? fact && { id: fact.id, name: fact.name } : (pair[at] ?? null)));
}

customElements.define('wvw-editor-bars', EditorBars);

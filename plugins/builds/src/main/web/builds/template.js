import { css, html, nothing } from 'lit';
import { WvwElement, professionSlug, words } from 'wvw/ui';
import './skills.js';
import './traits.js';
import { weaponName } from './gear-words.js';
import { t } from './words.js';

const w = words({
  traits: ['Specialisations and traits', 'Spécialisations et aptitudes'],
  skills: ['Skills', 'Compétences'],
  weapons: ['Weapons', 'Armes'],
  noWeapons: ['The link names no weapons.', 'Le lien ne nomme aucune arme.'],
  legacy: [
    'This link is from before 2023: it cannot hold weapons.',
    'Ce lien date d’avant 2023 : il ne peut pas contenir d’armes.',
  ],
  warnings: ['The catalogue does not know everything here', 'Le catalogue ne connaît pas tout ici'],
});

/** A decoded build template, to be read. With `geared` the gear names the weapons. */
class BuildTemplate extends WvwElement {
  static properties = { template: { attribute: false }, geared: { type: Boolean } };

  static styles = css`
    :host {
      display: grid;
      gap: var(--wvw-5);
    }
    h2 {
      margin-block-end: var(--wvw-3);
    }
    .places {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--wvw-3);
    }
    .weapon {
      padding: 5px 12px;
      border: 1px solid color-mix(in oklab, var(--colour) 40%, transparent);
      border-radius: var(--wvw-radius-m);
      background: color-mix(in oklab, var(--colour) 14%, var(--wvw-surface));
      font-weight: 600;
    }
    .note ul {
      margin-block-start: 4px;
    }
    @media (max-width: 699px) {
      .places {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  willUpdate() {
    this.style.setProperty('--colour', `var(--wvw-${professionSlug(this.template.profession)}, var(--wvw-accent))`);
  }

  render() {
    const { template } = this;
    return html`
      ${template.warnings.length ? this.#warnings() : nothing}
      <section>
        <h2>${w('traits')}</h2>
        <wvw-build-traits .lines=${template.specializations}></wvw-build-traits>
      </section>
      <section>
        <h2>${w('skills')}</h2>
        <div class="places">
          <wvw-build-skills place="terrestrial" .template=${template}></wvw-build-skills>
          <wvw-build-skills place="aquatic" .template=${template}></wvw-build-skills>
        </div>
      </section>
      ${this.geared
        ? nothing
        : html`<section>
            <h2>${w('weapons')}</h2>
            ${this.#weapons()}
          </section>`}
    `;
  }

  #warnings() {
    return html`<div class="note warn">
      <wvw-icon name="warning"></wvw-icon>
      <div>
        <strong>${w('warnings')}</strong>
        <ul>
          ${this.template.warnings.map((warning) => html`<li>${warning}</li>`)}
        </ul>
      </div>
    </div>`;
  }

  #weapons() {
    const { weapons, legacy } = this.template;
    if (!weapons.length) return html`<p class="muted">${legacy ? w('legacy') : w('noWeapons')}</p>`;
    return html`<ul class="row">
      ${weapons.map(({ id, name }) => html`<li class="weapon">${name ? weaponName(name) : t('unknown', { id })}</li>`)}
    </ul>`;
  }
}

customElements.define('wvw-build-template', BuildTemplate);

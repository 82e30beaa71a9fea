import { css, html, nothing } from 'lit';
import { words } from 'wvw/ui';
import { BENCH, MOST_GROUPS, PLACES, buildOf, find, person } from './plan.js';
import { allArchetypes, longLabel, playable } from './playables.js';
import { look } from './look.js';
import { Sheet } from './sheet.js';
import { capabilityName, t as shared } from './words.js';

const t = words({
  plays: ['Plays', 'Joue'],
  other: ['Another build…', 'Un autre build…'],
  sits: ['Sits in', 'Place'],
  stay: ['Keep in this subgroup', 'Garder dans ce sous-groupe'],
  stayBench: ['Keep on the bench', 'Garder au banc'],
  fixed: ['Keep on this build', 'Garder sur ce build'],
  leads: ['Commander, in subgroup 1', 'Commandant, dans le sous-groupe 1'],
  gear: ['gear missing', 'équipement incomplet'],
  learning: ['learning', 'en apprentissage'],
  practised: ['practised', 'exercé'],
  remove: ['Not here tonight', 'Absent ce soir'],
  full: ['full: changes places with the last one', 'complet : échange avec le dernier'],
});

/** All that can be done with one player. Fires `move`, `play`, `order` and `gone`. */
class SeatSheet extends Sheet {
  static properties = { plan: { attribute: false }, player: {} };

  static styles = [
    look,
    css`
      .stack {
        gap: var(--wvw-4);
      }
      .choices {
        display: grid;
        gap: 2px;
      }
      .choices label {
        padding-block: 5px;
        line-height: 1.3;
        min-height: 44px;
        padding-inline: 8px;
        border-radius: var(--wvw-radius-m);
        --wvw-crest: 24px;
      }
      .choices label:hover {
        background: var(--wvw-hover);
      }
      .where {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(56px, 1fr));
        gap: 6px;
      }
      .where .button {
        min-height: 44px;
        padding-inline: 6px;
      }
      .where .button[aria-pressed='true'] {
        border-color: var(--wvw-accent-line);
        background: var(--wvw-accent-soft);
      }
      .where .wide {
        grid-column: span 2;
        width: auto;
      }
      h3 {
        margin-block-end: 6px;
      }
    `,
  ];

  render() {
    const { plan, player } = this;
    const at = find(plan, player);
    return this.frame(
      player,
      html`<div class="stack">
        ${this.#builds(person(plan, player)?.builds ?? [], buildOf(plan, player))} ${this.#places(at)}
        ${this.#orders(at)}
      </div>`,
      html`<button class="button" @click=${() => this.#done('gone', { player })}>${t('remove')}</button>
        <button class="button primary" @click=${this.close}>${shared('close')}</button>`,
    );
  }

  #builds(listed, current) {
    const all = current && !listed.includes(current) ? [...listed, current] : listed;
    return html`<section>
      <h3 id="plays">${t('plays')}</h3>
      <div class="choices" role="radiogroup" aria-labelledby="plays">${all.map((id) => this.#build(id, current))}</div>
      <select aria-label=${t('other')} @change=${(event) => this.#play(event.target)}>
        <option value="">${t('other')}</option>
        ${allArchetypes()
          .filter(({ id }) => !all.includes(id))
          .map(({ id }) => html`<option value=${id}>${longLabel(id)}</option>`)}
      </select>
    </section>`;
  }

  #build(id, current) {
    const { proficiency = {}, gear_missing = [] } = person(this.plan, this.player) ?? {};
    const remarks = [
      gear_missing.includes(id) ? t('gear') : '',
      { 1: t('learning'), 2: t('practised') }[proficiency[id]] ?? '',
    ].filter(Boolean);
    const gives = Object.entries(playable(id)?.capabilities ?? {}).filter(([, strength]) => strength > 1);
    return html`<label class="check">
      <input
        type="radio"
        name="build"
        .checked=${id === current}
        @change=${() => this.tell('play', { player: this.player, build: id })}
      />
      <wvw-crest .profession=${playable(id)?.profession ?? ''}></wvw-crest>
      <span
        ><strong>${longLabel(id)}</strong>
        ${remarks.map((one) => html`<span class="tag warn">${one}</span> `)}<br /><span class="muted small"
          >${gives.map(([key, strength]) => `${capabilityName(key)} ${strength}`).join(', ')}</span
        ></span
      >
    </label>`;
  }

  #places(at) {
    const { groups } = this.plan;
    const count = Math.min(MOST_GROUPS, groups.length + 1);
    return html`<section>
      <h3>${t('sits')}</h3>
      <div class="where">
        ${Array.from({ length: count }, (_, g) => {
          const full = (groups[g]?.length ?? 0) >= PLACES && at.group !== g;
          return html`<button
            class="button"
            aria-pressed=${at.group === g ? 'true' : 'false'}
            @click=${() => this.#move(g)}
            title=${full ? t('full') : nothing}
          >
            <span class="visually-hidden">${shared('subgroup', { n: '' })}</span>${g + 1}
          </button>`;
        })}
        <button
          class="button wide"
          aria-pressed=${at.group === BENCH ? 'true' : 'false'}
          @click=${() => this.#move(BENCH)}
        >
          ${shared('bench')}
        </button>
      </div>
    </section>`;
  }

  #orders({ group }) {
    const { player, plan } = this;
    const { locks, builds, commander, benched } = plan.orders;
    const build = buildOf(plan, player);
    const on = group === BENCH;
    const order = (text, checked, change) =>
      html`<label class="check">
        <input
          type="checkbox"
          .checked=${checked}
          @change=${(event) => this.tell('order', change(event.target.checked))}
        />${text}
      </label>`;
    const mapped = (map, value) => (yes) => (yes ? { ...map, [player]: value } : without(map, player));
    return html`<section>
      ${
        on
          ? order(t('stayBench'), benched.includes(player), (yes) => ({
              benched: yes ? [...benched, player] : benched.filter((one) => one !== player),
            }))
          : order(t('stay'), player in locks, (yes) => ({ locks: mapped(locks, group + 1)(yes) }))
      }
      ${build ? order(t('fixed'), player in builds, (yes) => ({ builds: mapped(builds, build)(yes) })) : nothing}
      ${order(t('leads'), commander === player, (yes) => ({ commander: yes ? player : '' }))}
    </section>`;
  }

  #play(select) {
    if (select.value) this.tell('play', { player: this.player, build: select.value });
    select.value = '';
  }

  #move(group) {
    const some = this.plan.groups[group] ?? [];
    this.#done('move', { player: this.player, group, place: Math.min(some.length, PLACES - 1) });
  }

  #done(name, detail) {
    this.tell(name, detail);
    this.close();
  }
}

function without(map, player) {
  return Object.fromEntries(Object.entries(map).filter(([one]) => one !== player));
}

customElements.define('wvw-seat-sheet', SeatSheet);

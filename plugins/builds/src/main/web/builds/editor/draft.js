import { api, locale, professionName } from 'wvw/ui';

/**
 * What somebody is making of a build, kept in the tab's own storage until it is saved: a lost session, a reload or a
 * closed page loses no input.
 *
 * @typedef {{template: any, link: string | null, equipment: any, about: any}} Draft `link` while the template is as read
 */

/** @param {string} id of a build, or empty for a new one */
const key = (id) => `wvw.draft.build.${id || 'new'}`;

/** @param {string} id @returns {{draft: Draft, base: any} | null} */
export function kept(id) {
  const text = sessionStorage.getItem(key(id));
  return text ? JSON.parse(text) : null;
}

/** @param {string} id @param {Draft} draft @param {any} base the build as it was read; null for a new one */
export function keep(id, draft, base) {
  sessionStorage.setItem(key(id), JSON.stringify({ draft, base }));
}

/** @param {string} id */
export function drop(id) {
  sessionStorage.removeItem(key(id));
}

/** The draft of a build as it is. @param {any} build @returns {Draft} */
export function draftOf(build) {
  const { name, visibility, team_id, role, tags, notes, template, chat_link: link, equipment } = build;
  return { template, link, equipment, about: { name, visibility, team_id, role, tags, notes } };
}

/** A draft of nothing but a profession. @param {string} profession @returns {Draft} */
export function emptyDraft(profession) {
  const bar = () => ({ palette_ids: [0, 0, 0, 0, 0], skills: [null, null, null, null, null] });
  const legends = () => ({ palette_ids: [0, 0, 0], skills: [null, null, null] });
  return {
    template: {
      profession,
      specializations: [0, 1, 2].map(() => ({ id: 0, choices: [0, 0, 0], traits: [] })),
      terrestrial: bar(),
      aquatic: bar(),
      pets: profession === 'Ranger' ? { terrestrial: [null, null], aquatic: [null, null] } : null,
      legends:
        profession === 'Revenant'
          ? {
              terrestrial: [null, null],
              aquatic: [null, null],
              inactive_terrestrial: legends(),
              inactive_aquatic: legends(),
            }
          : null,
      weapons: [],
      warnings: [],
    },
    link: null,
    equipment: { pieces: [], relic: null, food: null, utility: null },
    about: { name: '', visibility: 'private', role: '', tags: [], notes: '' },
  };
}

/** What to send to save a draft. @param {Draft} draft */
export function request({ template, link, equipment, about }) {
  const { team_id, ...rest } = about;
  const build = link ? { chat_link: link } : { template };
  return { ...rest, ...(about.visibility === 'team' ? { team_id } : {}), ...build, equipment, game_mode: 'wvw' };
}

/**
 * A link or a share code as a draft; what was said about the build so far stays.
 *
 * @param {string} text @param {Draft | null} before
 * @returns {Promise<Draft>}
 */
export async function readDraft(text, before) {
  const code = text.startsWith('wvw1.');
  const whole = code ? await api.post(`share-codes/decode?lang=${locale()}`, { share_code: text }) : null;
  const template = whole?.template ?? (await api.post(`chat-links/decode?lang=${locale()}`, { chat_link: text }));
  const fresh = emptyDraft(template.profession);
  const same = before?.template.profession === template.profession;
  return {
    template,
    link: whole?.chat_link ?? text,
    equipment: whole?.equipment ?? (same ? before.equipment : fresh.equipment),
    about: before?.about ?? { ...fresh.about, name: named(template) },
  };
}

/** The elite specialisation names a build best. */
function named(template) {
  return template.specializations.find((line) => line.elite)?.name ?? professionName(template.profession);
}

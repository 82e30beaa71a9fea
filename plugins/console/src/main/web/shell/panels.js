import { locale } from 'wvw/ui';

/** A text that a plugin gave in both languages. @param {{en: string, fr: string}} text */
export function panelText(text) {
  return text[locale()];
}

/** The panels of one place, in their order. @param {any[]} panels @param {string} slot */
export function inSlot(panels, slot) {
  return panels.filter((panel) => panel.slot === slot);
}

/** Whether a plugin that others lead to is there for this person. @param {any[] | undefined} panels @param {string} id */
export function hasPanel(panels, id) {
  return (panels ?? []).some((panel) => panel.id === id);
}

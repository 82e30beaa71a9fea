import { api, confirm, copy, locale, navigate, retitle, session, toast } from 'wvw/ui';

/** What the console lends each panel, as the property `console`. */
export const panelConsole = Object.freeze({
  api,
  session,
  confirm,
  copy,
  navigate,
  retitle,
  toast,
  get locale() {
    return locale();
  },
});

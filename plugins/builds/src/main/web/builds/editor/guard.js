import { confirm, navigate, words } from 'wvw/ui';

const t = words({
  ask: ['Leave without saving?', 'Quitter sans enregistrer ?'],
  text: [
    'Your changes stay in this tab until you close it: come back to go on with them.',
    'Vos modifications restent dans cet onglet jusqu’à sa fermeture : revenez pour les continuer.',
  ],
  leave: ['Leave', 'Quitter'],
});

/** Asks before somebody leaves unsaved work by a link, or closes the tab. */
export class LeaveGuard {
  #dirty;

  /** @param {() => boolean} dirty whether there is anything to lose */
  constructor(dirty) {
    this.#dirty = dirty;
  }

  watch() {
    document.addEventListener('click', this.#clicked, true);
    addEventListener('beforeunload', this.#unload);
  }

  leave() {
    document.removeEventListener('click', this.#clicked, true);
    removeEventListener('beforeunload', this.#unload);
  }

  #clicked = (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !this.#dirty()) return;
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement && target.href);
    if (!link || link.target || link.origin !== location.origin || link.pathname === location.pathname) return;
    event.preventDefault();
    event.stopPropagation();
    this.#ask(link);
  };

  async #ask(link) {
    const sure = await confirm({ heading: t('ask'), text: t('text'), action: t('leave') });
    if (sure) navigate(link.pathname + link.search + link.hash);
  }

  #unload = (event) => {
    if (this.#dirty()) event.preventDefault();
  };
}

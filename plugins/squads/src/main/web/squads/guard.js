import { confirm, navigate } from 'wvw/ui';
import { t } from './board-words.js';

/** Asks before somebody leaves what is not saved, by a link of the console or by closing the page. */
export class Guard {
  #host;
  #dirty;
  #off = false;

  /** @param {import('lit').ReactiveControllerHost} host @param {() => boolean} dirty */
  constructor(host, dirty) {
    this.#host = host;
    this.#dirty = dirty;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('beforeunload', this.#unload);
    document.addEventListener('click', this.#click, { capture: true });
  }

  hostDisconnected() {
    removeEventListener('beforeunload', this.#unload);
    document.removeEventListener('click', this.#click, { capture: true });
  }

  /** There is nothing left to save. */
  off() {
    this.#off = true;
  }

  get #on() {
    return !this.#off && this.#dirty();
  }

  #unload = (event) => {
    if (this.#on) event.preventDefault();
  };

  #click = async (event) => {
    if (!this.#on || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement && target.href);
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    event.preventDefault();
    event.stopPropagation();
    const address = link.pathname + link.search + link.hash;
    if (await confirm({ heading: t('leaveHeading'), text: t('leaveText'), action: t('leave') })) {
      this.off();
      navigate(address);
    }
  };
}

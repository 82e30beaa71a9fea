import { session, words } from 'wvw/ui';
import { panelText } from './panels.js';

const t = words({
  home: ['Home', 'Accueil'],
  signIn: ['Sign in', 'Se connecter'],
  register: ['Create an account', 'Créer un compte'],
  newPassword: ['New password', 'Nouveau mot de passe'],
  setup: ['First administrator', 'Premier administrateur'],
  missing: ['Page not found', 'Page introuvable'],
  withdrawn: ['No longer yours to see', 'Page retirée'],
});

/**
 * A page of the console.
 * @typedef {{key: string, title: string, load: (tries: number) => Promise<CustomElementConstructor>, panel?: any}} Page
 */

/** @type {Record<string, {title: () => string, load: () => Promise<any>}>} */
const own = {
  '/': { title: () => t('home'), load: () => import('../pages/home.js') },
  '/sign-in': { title: () => t('signIn'), load: () => import('../pages/sign-in.js') },
  '/register': { title: () => t('register'), load: () => import('../pages/register.js') },
  '/join': { title: () => t('register'), load: () => import('../pages/register.js') },
  '/new-password': { title: () => t('newPassword'), load: () => import('../pages/new-password.js') },
  '/setup': { title: () => t('setup'), load: () => import('../pages/setup.js') },
};

/** Fetches a page of the console's own while the server is still asked who is here. @param {string} path */
export function fetchEarly(path) {
  own[path]?.load().catch(() => {}); // It is loaded again when it is shown, and said so if it fails.
}

/**
 * Finds what stands at an address.
 * @param {string} path
 * @param {any[]} panels
 * @param {any} [withdrawn] a panel that this person saw until his role was changed
 * @returns {Page}
 */
export function page(path, panels, withdrawn) {
  const fixed = own[path];
  if (fixed) return { key: path, title: fixed.title(), load: async () => (await fixed.load()).default };
  const panel = panelAt(path, panels);
  if (panel) return { key: `/${panel.id}`, title: panelText(panel.title), load: (tries) => load(panel, tries), panel };
  if (withdrawn && panelAt(path, [withdrawn])) {
    return { key: 'withdrawn', title: t('withdrawn'), load: async () => (await import('../pages/withdrawn.js')).default };
  }
  // Whether a visitor would find something here after signing in is not his to know.
  const title = session.user ? t('missing') : t('signIn');
  return { key: 'missing', title, load: async () => (await import('../pages/missing.js')).default };
}

/** The panel whose page stands at an address. @param {string} path @param {any[]} panels */
export function panelAt(path, panels) {
  return panels.find(({ id, slot }) => slot !== 'home' && (path === `/${id}` || path.startsWith(`/${id}/`)));
}

/**
 * Loads a panel's element. A browser remembers a module that failed, so each new try has an address of its own.
 * @param {{plugin: string, id: string, script: string}} panel
 * @param {number} tries
 */
export async function load({ plugin, id, script }, tries) {
  const module = await import(tries ? `${script}${script.includes('?') ? '&' : '?'}retry=${tries}` : script);
  const element = module.default;
  if (typeof element !== 'function') throw new Error(`${script} has no element as its default export`);
  const name = `panel-${plugin}-${id}`;
  if (!customElements.getName(element)) customElements.define(tries ? `${name}-${tries}` : name, element);
  return element;
}

/**
 * The console's design system and services, shared by the shell and the panels of every plugin. Import it by its bare
 * name: `import { WvwElement, words } from 'wvw/ui';`.
 * @module wvw/ui
 */
import './chip.js';
import './crest.js';
import './dialog.js';
import './empty.js';
import './icon.js';
import './paste.js';
import './problem.js';
import './skeleton.js';

export { api } from './api.js';
export { base } from './base.js';
export { confirm } from './confirm.js';
export { copy } from './copy.js';
export { WvwElement } from './element.js';
export { dateTime, duration, number, relative } from './format.js';
export { fail, fieldError, saying } from './fields.js';
export { locale, region, setLocale, typeset, words } from './i18n.js';
export { LazyPanel } from './lazy-panel.js';
export { captureLinks, navigate, retitle } from './navigation.js';
export { PagedList } from './paged-list.js';
export { professionName, professions, professionSlug } from './professions.js';
export { Problem } from './refusal.js';
export { renew } from './renewal.js';
export { session } from './session.js';
export { toast } from './toast.js';

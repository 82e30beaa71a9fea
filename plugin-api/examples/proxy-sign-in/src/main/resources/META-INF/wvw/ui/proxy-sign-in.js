import { html } from 'lit';
import { WvwElement, session, words } from 'wvw/ui';

const t = words({
  heading: ['Sign in with the guild’s account', 'Se connecter avec le compte de la guilde'],
  text: ['For whom the guild’s portal knows already: no password is asked for here.', 'Pour qui le portail de la guilde connaît déjà : aucun mot de passe n’est demandé ici.'],
  enter: ['Continue to the portal', 'Continuer vers le portail'],
  already: ['You are signed in as {name}.', 'Vous êtes connecté : {name}.'],
});

/** Leads to the address that the proxy guards; a link below /api is not the console's, so the browser goes there. */
export default class ProxySignInPanel extends WvwElement {
  render() {
    return html`<div class="page-head">
        <div>
          <h1>${t('heading')}</h1>
          <p class="muted">${t('text')}</p>
        </div>
      </div>
      ${session.user
        ? html`<p>${t('already', { name: session.user.username })}</p>`
        : html`<p><a class="button primary" href="/api/v1/proxy-sign-in">${t('enter')}</a></p>`}`;
  }
}

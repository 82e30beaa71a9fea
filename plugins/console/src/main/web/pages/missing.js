import { html } from 'lit';
import { WvwElement, session, words } from 'wvw/ui';

const t = words({
  heading: ['Nothing stands here', 'Il n’y a rien ici'],
  closed: ['Nothing stands here for visitors', 'Il n’y a rien ici pour les visiteurs'],
  text: ['The address is wrong, the page is gone, or it is not for you.', 'L’adresse est fausse, la page a disparu, ou elle ne vous est pas destinée.'],
  visitor: ['If it is a page of your guild, sign in to see it.', 'Si c’est une page de votre guilde, connectez-vous pour la voir.'],
  home: ['Back to the start', 'Retour à l’accueil'],
  enter: ['Sign in', 'Se connecter'],
});

/** What stands at an address that has nothing for this visitor. */
export default class MissingPage extends WvwElement {
  render() {
    return html`<wvw-empty page icon="search" .heading=${session.user ? t('heading') : t('closed')} .text=${session.user ? t('text') : t('visitor')}>
      ${session.user
        ? html`<a class="button" href="/">${t('home')}</a>`
        : html`<button class="button primary" @click=${this.#enter}>${t('enter')}</button>`}
    </wvw-empty>`;
  }

  #enter() {
    document.dispatchEvent(new CustomEvent('wvw-sign-in-needed'));
  }
}

customElements.define('wvw-missing-page', MissingPage);

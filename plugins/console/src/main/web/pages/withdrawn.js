import { html } from 'lit';
import { WvwElement, words } from 'wvw/ui';

const t = words({
  heading: ['You may no longer see this page', 'Vous ne pouvez plus voir cette page'],
  text: [
    'An administrator changed your role. Everything that your role allows goes on; if this is a mistake, ask an administrator.',
    'Un administrateur a changé votre rôle. Tout ce que votre rôle permet continue ; si c’est une erreur, adressez-vous à un administrateur.',
  ],
  home: ['Back to the start', 'Retour à l’accueil'],
});

/** Stands where a page was until its reader lost the right to it. */
export default class WithdrawnPage extends WvwElement {
  render() {
    return html`<div role="alert">
      <wvw-empty page icon="lock" .heading=${t('heading')} .text=${t('text')}>
        <a class="button" href="/">${t('home')}</a>
      </wvw-empty>
    </div>`;
  }
}

customElements.define('wvw-withdrawn-page', WithdrawnPage);

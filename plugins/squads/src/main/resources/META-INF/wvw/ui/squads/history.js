import { html } from 'lit';
import { WvwElement } from 'wvw/ui';
customElements.define('wvw-squad-history', class extends WvwElement { render() { return html`<p>soon</p>`; } });

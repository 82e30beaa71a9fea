import { html } from 'lit'; import { WvwElement } from 'wvw/ui'; export default class extends WvwElement { render() { return html`<p>soon</p>`; } }

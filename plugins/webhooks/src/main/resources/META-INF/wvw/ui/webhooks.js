import { html } from 'lit';
import { WvwElement } from 'wvw/ui';

export default class WebhooksPanel extends WvwElement {
  render() {
    return html`<h1>Webhooks</h1>`;
  }
}

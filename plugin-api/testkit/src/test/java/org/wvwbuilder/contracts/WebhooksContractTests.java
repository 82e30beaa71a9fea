package org.wvwbuilder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.wvwbuilder.plugin.testkit.TestServer;

class WebhooksContractTests implements OurContract {
    @Override
    public String module() {
        return "org.wvwbuilder.webhooks";
    }

    /** What was sent is still told; what nobody would ever send is gone. */
    @Override
    public void afterUpgrade(TestServer server) {
        var webhook =
                server.admin().get("webhooks").require(200).json().path("items").path(0);
        assertThat(webhook.path("name").asText()).isEqualTo("War room");
        var deliveries = server.admin()
                .get("webhooks/" + webhook.path("id").asText() + "/deliveries?state=delivered")
                .require(200)
                .json()
                .path("items");
        assertThat(deliveries).hasSize(1);
    }
}

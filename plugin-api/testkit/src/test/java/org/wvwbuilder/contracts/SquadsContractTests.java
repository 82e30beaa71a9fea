package org.wvwbuilder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.wvwbuilder.plugin.testkit.TestServer;

class SquadsContractTests implements OurContract {
    @Override
    public String module() {
        return "org.wvwbuilder.squads";
    }

    @Override
    public void afterUpgrade(TestServer server) {
        var archetype = server.admin()
                .get("archetypes/night-watch-firebrand")
                .require(200)
                .json();
        assertThat(archetype.path("specialization").asText()).isEqualTo("Firebrand");
    }
}

package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.kernel.CurrentRequest;
import org.wvwbuilder.plugin.Contribution.Resource;
import org.wvwbuilder.testing.TestPlugin;

class CurrentRequestTests {

    @Path("served")
    public static final class Served {
        @GET
        @PermitAll
        public List<String> whichOne() {
            var request = CurrentRequest.SCOPE.get();
            return List.of(request.requestId(), request.userId().orElse("nobody"));
        }
    }

    @Test
    void theCodeAtWorkKnowsWhichRequestItServesAndForWhom() throws Exception {
        try (var server = new TestServer()) {
            server.http
                    .resources()
                    .install(new TestPlugin("served", CurrentRequestTests.class), List.of(new Resource(new Served())));
            var answer = server.get("/api/v1/served", "Authorization", "Bearer member");
            var id = answer.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(answer.body()).isEqualTo("[\"" + id + "\",\"id-member\"]");
            assertThat(server.get("/api/v1/served").body()).endsWith("\"nobody\"]");
        }
    }
}

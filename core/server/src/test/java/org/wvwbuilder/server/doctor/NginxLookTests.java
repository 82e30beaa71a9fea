package org.wvwbuilder.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NginxLookTests {
    /** As nginx -T prints it, its own words first. */
    private static final String PRINTED = """
            nginx: the configuration file /opt/nginx/conf/nginx.conf syntax is ok
            nginx: configuration file /opt/nginx/conf/nginx.conf test is successful
            # configuration file /opt/nginx/conf/nginx.conf:
            http {
                include sites/*.conf;
            }

            # configuration file /opt/nginx/conf/sites/guild.conf:
            server {
                ssl_certificate %s;
                ssl_certificate_key /etc/ssl/key.pem;
            }
            """;

    private static java.util.Set<Path> named(String value) {
        return NginxLook.certificates(PRINTED.formatted(value));
    }

    @Test
    void aRelativeFileStartsFromTheFolderOfTheConfiguration() {
        assertThat(named("certs/guild.pem")).containsExactly(Path.of("/opt/nginx/conf/certs/guild.pem"));
        assertThat(named("'../guild.pem' ")).containsExactly(Path.of("/opt/nginx/guild.pem"));
        assertThat(named("\"/etc/ssl/guild.pem\"")).containsExactly(Path.of("/etc/ssl/guild.pem"));
    }

    @Test
    void whatIsKnownOnlyWhenSomebodyConnectsIsNotLookedFor() {
        assertThat(named("/etc/ssl/$ssl_server_name.pem")).isEmpty();
        assertThat(named("data:$certificate")).isEmpty();
        assertThat(named("engine:pkcs11:guild")).isEmpty();
    }
}

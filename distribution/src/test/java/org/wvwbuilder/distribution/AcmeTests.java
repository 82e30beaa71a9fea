package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Parts;

/** A certificate from an authority of its own (Debian's pebble) by Debian's certbot, as docs/nginx.md says, and its renewal. */
@EnabledIfSystemProperty(named = "long", matches = "[1-9]\\d*")
class AcmeTests {
    private static final String LIVE = "/etc/letsencrypt/live/" + Nginx.NAME;

    private Machine machine;

    @BeforeEach
    void anAuthorityAndDebiansNginx(@TempDir Path folder) throws Exception {
        Parts.program("nginx", "apt-get install nginx");
        Parts.program("pebble", "apt-get install pebble");
        Parts.program("certbot", "apt-get install certbot");
        machine = Machine.start(folder);
        machine.bash("""
                ln -sfn /etc/nginx/sites-available/default /etc/nginx/sites-enabled/default
                rm -rf /etc/letsencrypt/live /etc/letsencrypt/renewal /etc/letsencrypt/archive /etc/letsencrypt/accounts
                mkdir /root/authority && cd /root/authority
                openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
                    -keyout key.pem -out chain.pem
                cat >config.json <<'END'
                {"pebble": {"listenAddress": "127.0.0.1:14000", "managementListenAddress": "127.0.0.1:15000",
                "certificate": "/root/authority/chain.pem", "privateKey": "/root/authority/key.pem",
                "httpPort": 80, "tlsPort": 443}}
                END
                systemd-run --quiet --unit=test-names pebble-challtestsrv -defaultIPv6 '' -http01 '' -https01 '' \
                    -tlsalpn01 '' -dns01 127.0.0.1:8053 -management 127.0.0.1:8055
                systemd-run --quiet --unit=test-authority -E PEBBLE_VA_NOSLEEP=1 -E PEBBLE_WFE_NONCEREJECT=0 -E PEBBLE_AUTHZREUSE=0 \
                    pebble -config /root/authority/config.json -dnsserver 127.0.0.1:8053
                systemctl start nginx
                until 3<>/dev/tcp/127.0.0.1/14000 && 4<>/dev/tcp/127.0.0.1/8055; do sleep 0.1; done 2>/dev/null
                """);
    }

    @AfterEach
    void end() throws Exception {
        if (machine != null) machine.close();
    }

    private String certbot(String words) throws Exception {
        return machine.bash("export REQUESTS_CA_BUNDLE=/root/authority/chain.pem\ncertbot -n " + words + " 2>&1");
    }

    /** What nginx shows, not what lies in the folder. */
    private String shown() throws Exception {
        return machine.bash("openssl s_client -connect 127.0.0.1:443 -servername " + Nginx.NAME
                        + " </dev/null 2>/dev/null | openssl x509 -noout -serial -issuer")
                .strip();
    }

    @Test
    void theFirstComesByDebiansSiteAndARenewalByOursAndNginxShowsIt() throws Exception {
        certbot("certonly --webroot -w /var/www/html -d " + Nginx.NAME
                + " --server https://localhost:14000/dir --agree-tos --register-unsafely-without-email");
        machine.done(
                Tarball.home().resolve("install.sh").toString(),
                "install",
                "--no-start",
                "--domain",
                Nginx.NAME,
                "--certificate",
                LIVE + "/fullchain.pem",
                "--key",
                LIVE + "/privkey.pem");
        Await.until("nginx speaks TLS", () -> shown().contains("Pebble Intermediate CA"));
        var first = shown();
        // Debian's site is off now, so the challenge is answered by the site of the distribution.
        assertThat(machine.run("ls", "/etc/nginx/sites-enabled/default").exit()).isNotZero();
        assertThat(certbot("renew --force-renewal --no-random-sleep-on-renew")).contains("all renewals succeeded");
        Await.until("nginx shows the new one", () -> !shown().equals(first));
        assertThat(shown()).contains("Pebble Intermediate CA");
        assertThat(certbot("renew --dry-run --no-random-sleep-on-renew --server https://localhost:14000/dir"))
                .contains("all simulated renewals succeeded");
    }
}

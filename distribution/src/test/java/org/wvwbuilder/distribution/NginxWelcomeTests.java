package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Parts;

/** Debian's nginx as it is packed, with its welcome site, before and after the site of the distribution. */
class NginxWelcomeTests {
    private static final String WELCOME = "/etc/nginx/sites-enabled/default";
    private static final String[] SITE = {
        "--no-start", "--domain", Nginx.NAME, "--certificate", "/root/chain.pem", "--key", "/root/key.pem"
    };

    private Machine machine;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        Parts.program("nginx", "apt-get install nginx");
        machine = Machine.start(folder);
        // As packed, whatever was done to it outside.
        machine.bash("""
                ln -sfn /etc/nginx/sites-available/default %s
                openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=%s -keyout /root/key.pem -out /root/chain.pem
                systemctl start nginx
                """.formatted(WELCOME, Nginx.NAME));
    }

    @AfterEach
    void end() throws Exception {
        if (machine != null) machine.close();
    }

    private String install(String action, String... more) throws Exception {
        var words = new String[more.length + 2];
        words[0] = Tarball.home().resolve("install.sh").toString();
        words[1] = action;
        System.arraycopy(more, 0, words, 2, more.length);
        return machine.done(words);
    }

    /** The first line of what nginx answers to a name that nobody serves; empty when it just closes. */
    private String stranger() throws Exception {
        return machine.bash("""
                exec 3<>/dev/tcp/127.0.0.1/80
                printf 'GET / HTTP/1.0\\r\\nHost: stranger.example\\r\\n\\r\\n' >&3
                head -n 1 <&3
                """).strip();
    }

    @Test
    void theWelcomeSiteGoesAndComesBackWithTheRemoval() throws Exception {
        assertThat(stranger()).contains(" 200");
        assertThat(install("install", SITE)).contains("switching Debian's welcome site off");
        Await.until("strangers are closed", () -> stranger().isEmpty());
        assertThat(install("install", SITE)).startsWith("Nothing to change");
        // Enabled again by the operator: that is his wish.
        machine.done("ln", "-s", "/etc/nginx/sites-available/default", WELCOME);
        assertThat(install("install", SITE)).startsWith("Nothing to change");
        machine.done("readlink", WELCOME);
        machine.done("rm", WELCOME);
        assertThat(install("uninstall")).contains("switching Debian's welcome site on again");
        Await.until("the welcome is back", () -> stranger().contains(" 200"));
    }

    @Test
    void oneThatTheOperatorChangedStays() throws Exception {
        machine.bash("echo '# mine' >>/etc/nginx/sites-available/default");
        assertThat(install("install", SITE)).doesNotContain("welcome");
        machine.done("readlink", WELCOME);
        machine.bash("cd /etc/nginx/sites-enabled && rm default && echo 'server { listen 81; }' >default");
        assertThat(install("install", SITE)).startsWith("Nothing to change");
        machine.done("grep", "listen 81", WELCOME);
    }
}

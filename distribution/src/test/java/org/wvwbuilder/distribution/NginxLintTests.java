package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NginxLintTests {
    @Test
    void theSiteOfTheDistributionHasNoMistake() throws Exception {
        assertThat(NginxLint.mistakes(configuration())).isEmpty();
    }

    /** Each is planted into the site by replacing words that stand there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ssl_protocols TLSv1.2 | ssl_protocols TLSv1.1 TLSv1.2 | an old protocol
        :ECDHE-RSA-AES256-GCM-SHA384: | :AES256-SHA: | a weak cipher
        nosniff always; | nosniff; | a header that errors lack
        X-Forwarded-For $remote_addr | X-Forwarded-For $proxy_add_x_forwarded_for | a client's word
        proxy_next_upstream error; | proxy_next_upstream error non_idempotent; | changes may be made twice
        Host $host:$server_port | Host $http_host | a name that was not checked
        style-src 'sha256- | style-src 'unsafe-inline' 'sha256- | a policy that lets inline code run
        limit_req zone=wvw_register | add_header X-A b always; limit_req zone=wvw_register | hides the headers
        location /api/ { | location /api/v2/ { } location /api/ { | answers programs with HTML
        location / { | location /files { alias /srv/files/; } location / { | leads out of its folder
        """, quoteCharacter = '"')
    void aPlantedMistakeIsFound(String good, String bad, String why) throws Exception {
        var site = configuration();
        assertThat(site).contains(good);
        assertThat(NginxLint.mistakes(site.replace(good, bad))).anyMatch(mistake -> mistake.contains(why));
    }

    private static String configuration() throws Exception {
        var folder = Tarball.home().resolve("nginx");
        var text = new StringBuilder(Files.readString(folder.resolve("wvw-builder.conf")));
        try (var snippets = Files.list(folder.resolve("snippets"))) {
            for (Path file : snippets.toList()) text.append(Files.readString(file));
        }
        return text.toString();
    }
}

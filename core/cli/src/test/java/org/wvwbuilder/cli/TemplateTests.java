package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.kernel.SettingDescription;

class TemplateTests {

    @Test
    void everySettingStandsInItsTableExplainedAndNotSet() {
        var template = Template.of(List.of(
                new SettingDescription("http.port", "9000", "--set", "8000", "Where to listen", false),
                new SettingDescription("auth.registration", "open", "default", "open", "Who may come", false),
                new SettingDescription("auth.openid.NAME.issuer", "", "default", "", "Who signs", false),
                new SettingDescription("http.host", "x", "default", "a \"b\" \\c", "The address", false)));
        assertThat(template).endsWith("""

                [auth]
                # Who may come.
                # registration = "open"

                # [auth.openid.NAME]
                # Who signs.
                # issuer = ""

                [http]
                # Where to listen.
                # port = 8000
                # The address.
                # host = "a \\"b\\" \\\\c"
                """);
        assertThat(template.lines()).allMatch(line -> line.isEmpty() || line.startsWith("#") || line.startsWith("["));
    }
}

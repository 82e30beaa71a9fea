package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.kernel.SettingDescription;

class ReferenceTests {

    @Test
    void everySettingStandsInItsTableWithItsDefaultAndNotWithWhatIsSet() {
        var reference = Reference.of(List.of(
                new SettingDescription("http.port", "9000", "--set", "8000", "Where to listen", false),
                new SettingDescription("auth.openid.NAME.client-secret", "***", "--set", "", "What <it> hides", true),
                new SettingDescription("http.host", "x", "default", "a|b", "The address", false)));
        assertThat(reference).startsWith("# Every setting\n").endsWith("""

                ## [auth.openid.NAME]

                | setting | default | meaning | environment |
                |---|---|---|---|
                | `client-secret` (secret) |  | What &lt;it> hides | `GW2_AUTH_OPENID_NAME_CLIENT_SECRET` |

                ## [http]

                | setting | default | meaning | environment |
                |---|---|---|---|
                | `port` | `8000` | Where to listen | `GW2_HTTP_PORT` |
                | `host` | `a\\|b` | The address | `GW2_HTTP_HOST` |
                """);
    }
}

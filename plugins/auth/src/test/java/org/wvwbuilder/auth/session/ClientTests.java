package org.wvwbuilder.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0 | Edge, Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15 | Safari, Mac",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/142.0 Safari/604.1 | Chrome, iPhone",
                "Mozilla/5.0 (Linux; Android 16) Gecko/145.0 Firefox/145.0 | Firefox, Android",
                "curl/8.5.0 | curl",
                "something on Windows | Windows",
                "something else | ''",
            })
    void aDeviceIsCalledWhatItsOwnerCallsIt(String agent, String name) {
        assertThat(new Client(agent, "192.0.2.1").device()).isEqualTo(name);
    }

    @Test
    void whatWouldWriteOverAListIsNoPartOfAName() {
        assertThat(new Client("\u001b[2Jeasy\u202e\n", "192.0.2.1").agent()).isEqualTo("[2Jeasy");
    }
}

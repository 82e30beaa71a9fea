package org.wvwbuilder.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.loadtest.wire.Target;

class TargetTests {
    private static Target of(String text) {
        return Target.of(text, false, InetAddress::getAllByName);
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        var found = new InetAddress[literals.length];
        for (var i = 0; i < literals.length; i++) found[i] = InetAddress.getByName(literals[i]);
        return found;
    }

    @Test
    void loopbackIsTakenInItsSpellings() {
        for (var text : List.of(
                "http://127.0.0.1:8000",
                "127.0.0.1:8000",
                "http://localhost:8000/",
                "http://127.1.2.3:8000",
                "http://[::1]:8000",
                "http://[::ffff:127.0.0.1]:8000",
                "https://LOCALHOST:8000")) {
            assertThat(of(text).loopback()).describedAs(text).isTrue();
        }
    }

    @Test
    void whateverElseIsRefusedByItsAddressAndNotByItsName() {
        for (var text : List.of(
                "http://0.0.0.0:8000",
                "http://[::]:8000",
                "http://10.0.0.1",
                "http://192.168.1.1:80",
                "http://169.254.169.254",
                "http://[fe80::1]",
                "http://[::127.0.0.1]",
                "http://[::ffff:10.0.0.1]",
                "http://128.0.0.1")) {
            assertThatThrownBy(() -> of(text))
                    .describedAs(text)
                    .hasMessageContaining("not this machine's loopback")
                    .hasMessageContaining("--i-own-this-server");
        }
        Target.Resolver liar = host -> addresses("127.0.0.1", "192.0.2.7");
        assertThatThrownBy(() -> Target.of("http://localhost.example:80", false, liar))
                .hasMessageContaining("192.0.2.7");
    }

    @Test
    void aNameIsLookedUpOnceSoThatItCannotMeanAnotherAddressLater() {
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        var target = Target.of("http://flip.example", false, host -> {
            return addresses(asked.incrementAndGet() == 1 ? "127.0.0.1" : "192.0.2.7");
        });
        assertThat(target.addresses()).allMatch(InetAddress::isLoopbackAddress);
        assertThat(asked).hasValue(1);
    }

    @Test
    void onesOwnServerElsewhereIsTakenWhenSaid() {
        var target = Target.of("https://guild.example", true, host -> addresses("192.0.2.7"));
        assertThat(target.loopback()).isFalse();
        assertThat(target.origin()).isEqualTo("https://guild.example");
    }

    @Test
    void whatIsNoAddressOfAServerIsRefused() {
        for (var text : List.of(
                "",
                "ftp://127.0.0.1",
                "http://user:secret@127.0.0.1",
                "http://127.0.0.1@192.0.2.7",
                "http://127.0.0.1/path",
                "http://127.0.0.1:99999",
                "http://127.0.0.1:8000\r\nX: y",
                "http://127.0.0.1#x")) {
            assertThatThrownBy(() -> of(text)).describedAs(text).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

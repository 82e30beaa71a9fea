package org.wvwbuilder.webhooks.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {
    /** What the names of the corpus mean; none of them is looked up elsewhere. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "localhost", List.of("127.0.0.1"),
            "hook.example.org", List.of("93.184.216.34"),
            "six.example.org", List.of("2606:2800:220:1::1"),
            "home.example.org", List.of("192.168.1.5"),
            "mixed.example.org", List.of("93.184.216.34", "10.0.0.1"),
            "metadata.google.internal", List.of("169.254.169.254"),
            "nat64.example.org", List.of("64:ff9b::7f00:1"));

    private static Resolver names() {
        return host -> {
            if (!NAMES.containsKey(host)) throw new UnknownHostException(host);
            return NAMES.get(host).stream().map(InetAddress::ofLiteral).toList();
        };
    }

    private static Reach reach(List<String> allow, List<String> plain) {
        return new Reach(allow, plain, List.of(443, 8443), names());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hook.example.org/", // no TLS
                "ftp://hook.example.org/",
                "file:///etc/passwd",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://hook.example.org./",
                "https://home.example.org/",
                "https://mixed.example.org/", // one of its addresses is private
                "https://nobody.example.org/",
                "https://metadata.google.internal/computeMetadata/v1/",
                "https://nat64.example.org/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/", // decimal
                "https://017700000001/", // octal
                "https://0177.0.0.1/",
                "https://0x7f.0.0.1/", // hexadecimal
                "https://0x7f000001/",
                "https://127.0.0.1./",
                "https://127.0.0.01/",
                "https://0/",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://0xa9fea9fe/",
                "https://2852039166/",
                "https://100.64.0.1/", // behind a provider's translation
                "https://100.100.100.200/",
                "https://168.63.129.16/",
                "https://192.0.0.192/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:93.184.216.34]/", // mapped, though open
                "https://[::127.0.0.1]/", // compatible
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b:1::7f00:1]/",
                "https://[2002:7f00:1::]/", // 6to4
                "https://[2001::1]/", // Teredo
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[ff02::1]/",
                "https://[2001:db8::1]/",
                "https://user@hook.example.org/",
                "https://hook.example.org@127.0.0.1/",
                "https://hook.example.org:secret@127.0.0.1/",
                "https://127.0.0.1\\@hook.example.org/",
                "https://hook.example.org\\@127.0.0.1/",
                "https://hook.example.org#@127.0.0.1/",
                "https://%31%32%37.0.0.1/",
                "https://127%2e0%2e0%2e1/",
                "https://①②⑦.⓪.⓪.①/",
                "https://ⓛocalhost/",
                "https://127。0。0。1/",
                "https:///hook.example.org/",
                "https:hook.example.org",
                "//hook.example.org/",
                "hook.example.org",
                "",
                "https://",
                "https:// hook.example.org/",
                "https://hook.example.org/\r\nX: y",
                "https://hook.example.org:22/",
                "https://hook.example.org:0/",
                "https://hook.example.org:65536/",
                "https://hook.example.org:-1/",
                "https://hook_.-example.org/",
                "https://256.1.1.1/",
                "https://1.2.3/"
            })
    void whatIsNotPlainlyAReceiverOnTheOpenInternetIsRefused(String url) {
        assertThatThrownBy(() -> reach(List.of(), List.of()).check(Target.of(url)))
                .isInstanceOf(Refused.class)
                .hasMessageMatching(".{10,}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hook.example.org",
                "https://HOOK.example.org/a?b=c",
                "https://hook.example.org:8443/",
                "https://six.example.org/",
                "https://93.184.216.34/",
                "https://172.32.0.1/",
                "https://100.128.0.1/",
                "https://[2606:2800:220:1::1]/",
                "https://hook.example.org/a@b"
            })
    void whatIsIsTaken(String url) throws Exception {
        assertThat(reach(List.of(), List.of()).check(Target.of(url))).isNotEmpty();
    }

    @Test
    void theOperatorVouchesForReceiversAtHome() throws Exception {
        var allow = List.of("home.example.org", "10.0.0.5:8080", "[fd00::5]", "127.0.0.1:9000");
        var reach = reach(allow, List.of("10.0.0.5"));
        assertThat(reach.check(Target.of("https://home.example.org/"))).isNotEmpty();
        assertThat(reach.check(Target.of("http://10.0.0.5:8080/"))).isNotEmpty();
        assertThat(reach.check(Target.of("https://[fd00::5]/"))).isNotEmpty();
        for (var url : List.of(
                "http://home.example.org/", // not without TLS
                "https://home.example.org:8080/",
                "https://10.0.0.5/", // another port
                "https://10.0.0.6:8080/",
                "https://127.0.0.1/",
                "http://127.0.0.1:9000/",
                "https://127.0.0.1:9001/")) {
            assertThatThrownBy(() -> reach.check(Target.of(url))).as(url).isInstanceOf(Refused.class);
        }
    }

    @Test
    void whatMayBeASecretIsNotShown() throws Exception {
        var discord = Target.of("https://discord.com/api/webhooks/123/canary-token?wait=true");
        assertThat(discord.shown(true)).isEqualTo("https://discord.com/api/webhooks/123/…");
        var other = Target.of("https://hook.example.org:8443/a?key=canary");
        assertThat(other.shown(false)).isEqualTo("https://hook.example.org:8443/a?…");
        assertThat(discord + " " + other).doesNotContain("canary");
    }
}

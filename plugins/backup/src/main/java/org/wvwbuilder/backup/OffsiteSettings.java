package org.wvwbuilder.backup;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.plugin.Setting;

/** A table {@code [backup.offsite.<name>]} of {@code gw2.toml}: a bucket that speaks S3, for sealed copies of backups. */
public record OffsiteSettings(
        @Setting("The address of the storage, without the bucket: https://s3.eu-central-1.amazonaws.com")
        URI endpoint,

        @Setting(value = "The region that requests are signed for", fallback = "us-east-1")
        String region,

        @Setting("The bucket, which has to be there already")
        String bucket,

        @Setting(
                value = "What the names of the copies begin with, such as a folder with a slash at its end",
                fallback = "")
        String prefix,

        @Setting("The id of the access key") String accessKey,

        @Setting("File of mode 0600 with the secret of the access key. None: the credential backup-<name>-secret-key"
                + " of systemd")
        Optional<Path> secretKeyFile,

        @Setting(
                "File of mode 0600 with the keys that seal the copies. None: the credential"
                        + " backup-<name>-sealing-key of systemd, or offsite.key in the plugin's folder, made when it is missing")
        Optional<Path> sealingKeyFile,

        @Setting(
                value = "What a copy is held to: content (it is read back) or size (where reading back costs too much)",
                fallback = "content")
        Verify verify,

        @Setting(value = "Whether the bucket stands in the path of an address; else before its host", fallback = "true")
        boolean pathStyle) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What a copy is held to before it is called one. */
    public enum Verify {
        CONTENT,
        SIZE
    }

    public OffsiteSettings {
        refuse(
                !"https".equals(endpoint.getScheme())
                        && !("http".equals(endpoint.getScheme()) && LOOPBACK.contains(host(endpoint))),
                "endpoint must begin with https:// (http:// is for the loopback address only)");
        refuse(
                host(endpoint).isEmpty()
                        || endpoint.getUserInfo() != null
                        || endpoint.getQuery() != null
                        || endpoint.getFragment() != null
                        || !endpoint.getPath().matches("/?"),
                "endpoint must be a scheme, a host and perhaps a port: https://s3.example.org");
        refuse(!region.matches("[a-zA-Z0-9-]{1,64}"), "region must be 1 to 64 letters, digits and dashes");
        refuse(
                !bucket.matches("[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]"),
                "bucket must be 3 to 63 small letters, digits, dots and dashes");
        refuse(
                !prefix.matches("([A-Za-z0-9_][A-Za-z0-9._-]*/)*([A-Za-z0-9_][A-Za-z0-9._-]*)?")
                        || prefix.length() > 200,
                "prefix must be at most 200 letters, digits, dots, dashes and slashes, and not begin with a slash");
        refuse(!accessKey.matches("[\\x21-\\x7e]{1,128}"), "access-key must be the id that the storage gave you");
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) throw new IllegalArgumentException(message);
    }

    private static String host(URI endpoint) {
        return endpoint.getHost() == null ? "" : endpoint.getHost().toLowerCase(Locale.ROOT);
    }
}

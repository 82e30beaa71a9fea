package org.wvwbuilder.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Signs folders as plugin-api/docs/packaging.md says, without the server's own code. */
record HandSigned(KeyPair keys) {

    static HandSigned author() throws GeneralSecurityException {
        return new HandSigned(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    /** The last 32 bytes of it in X.509, as base64. */
    String publicKey() {
        var encoded = keys.getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    void sign(Path folder, String id) throws IOException, GeneralSecurityException {
        var body = new StringBuilder("wvw-plugin 1\nid " + id + "\nkey " + publicKey() + "\n");
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                if (file.endsWith("plugin.manifest")) continue;
                var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                body.append("sha256 ").append(HexFormat.of().formatHex(sum));
                body.append("  ").append(file.getFileName()).append('\n');
            }
        }
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(body.toString().getBytes(StandardCharsets.US_ASCII));
        var signed = Base64.getEncoder().encodeToString(signature.sign());
        Files.writeString(folder.resolve("plugin.manifest"), body + "signature " + signed + "\n");
    }
}

package org.wvwbuilder.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Reads when a certificate ends, from its file or from the site that shows it. */
final class Certificates {
    private static final int MILLIS = 5_000;
    private static final int HTTPS = 443;

    private Certificates() {}

    /** Where a certificate is read from. */
    @FunctionalInterface
    interface Source {
        /** The end of the certificate itself, which comes first in a file and in a chain. */
        Instant ends() throws IOException, GeneralSecurityException;
    }

    static Source of(String name) {
        if (!HealthSettings.site(name)) return () -> ends(Path.of(name));
        var address = URI.create(name);
        int port = address.getPort() < 0 ? HTTPS : address.getPort();
        return () -> ends(address.getHost().replaceAll("[\\[\\]]", ""), port);
    }

    private static Instant ends(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) throw new IOException("there is no such file");
        try (var in = Files.newInputStream(file)) {
            var factory = CertificateFactory.getInstance("X.509");
            return ((X509Certificate) factory.generateCertificate(in))
                    .getNotAfter()
                    .toInstant();
        }
    }

    private static Instant ends(String host, int port) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Onlooker()}, null);
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), MILLIS);
            plain.setSoTimeout(MILLIS);
            try (var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                socket.startHandshake();
                var chain = socket.getSession().getPeerCertificates();
                return ((X509Certificate) chain[0]).getNotAfter().toInstant();
            }
        }
    }

    /** Lets every certificate pass: only its end is read, nothing is sent, and an ended one must be readable too. */
    private static final class Onlooker implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

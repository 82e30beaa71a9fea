package org.wvwbuilder.distribution;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** One connection to the site of a test, over TLS as a browser opens it, or without it to the server itself. */
final class TlsClient implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    final Socket socket;
    private final InputStream input;

    record Reply(int status, String body) {}

    private TlsClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    static TlsClient through(Nginx nginx) throws IOException, GeneralSecurityException {
        return through(nginx, 0);
    }

    /** @param buffer how many bytes the machine takes before they are read; 0 for as many as it likes */
    static TlsClient through(Nginx nginx, int buffer) throws IOException, GeneralSecurityException {
        var plain = connect(nginx.port, buffer);
        var socket = (SSLSocket) trust(nginx).getSocketFactory().createSocket(plain, Nginx.NAME, nginx.port, true);
        var parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(Nginx.NAME)));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new TlsClient(socket);
    }

    static TlsClient direct(int port, int buffer) throws IOException {
        return new TlsClient(connect(port, buffer));
    }

    private static Socket connect(int port, int buffer) throws IOException {
        var socket = new Socket();
        if (buffer > 0) socket.setReceiveBufferSize(buffer);
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
        return socket;
    }

    private static SSLContext trust(Nginx nginx) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var pem = Files.newInputStream(nginx.folder.resolve("certificate.pem"))) {
            store.setCertificateEntry(
                    "site", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    TlsClient write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** The head of a request with a body of this length. */
    static String head(String request, String token, int length) {
        return request + " HTTP/1.1\r\nHost: " + Nginx.NAME + "\r\nContent-Type: application/json\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n") + "Content-Length: " + length
                + "\r\n\r\n";
    }

    Reply send(String request, String token, String body) throws IOException {
        write(head(request, token, body.length()) + body);
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = -1;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var parts = line.split(":", 2);
            if (parts[0].equalsIgnoreCase("Content-Length")) length = Integer.parseInt(parts[1].strip());
        }
        return new Reply(status, length >= 0 ? text(length) : chunks());
    }

    private String chunks() throws IOException {
        var body = new StringBuilder();
        while (true) {
            int size = Integer.parseInt(line().split(";")[0].strip(), 16);
            body.append(text(size));
            line();
            if (size == 0) return body.toString();
        }
    }

    private String text(int length) throws IOException {
        var bytes = input.readNBytes(length);
        if (bytes.length < length) throw new EOFException("the answer ends too early");
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The next line, without its end. */
    String line() throws IOException {
        var line = new StringBuilder();
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0) throw new EOFException("closed after: " + line);
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

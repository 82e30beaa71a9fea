package org.wvwbuilder.webhooks.send;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.wvwbuilder.webhooks.address.Reach;
import org.wvwbuilder.webhooks.address.Refused;
import org.wvwbuilder.webhooks.address.Target;

/**
 * Posts a message: finds the name's addresses, has them checked, connects to one of these and to nothing else, speaks TLS
 * in the host's name, sends one request, reads how it was answered. It follows no redirect, uses no proxy, keeps no cookie.
 */
public final class Sender {
    private static final int CONNECT_MILLIS = 5_000;

    private final Reach reach;
    private final SSLContext tls;
    private final Duration patience;
    private final String agent;

    /** @param patience for all of it, once the name is found */
    public Sender(Reach reach, SSLContext tls, Duration patience, String agent) {
        this.reach = reach;
        this.tls = tls;
        this.patience = patience;
        this.agent = agent;
    }

    /** @throws Refused before anything is sent @throws IOException when there was no answer in time */
    public Reply post(Target target, Message message) throws Refused, IOException, InterruptedException {
        var addresses = reach.check(target);
        long end = System.nanoTime() + patience.toNanos();
        IOException last = new IOException("there is no address");
        for (var address : addresses) {
            // Without a proxy, whatever the machine's settings say: a proxy would look the name up once more.
            try (var socket = new Socket(Proxy.NO_PROXY)) {
                connect(socket, address, target.port(), end);
                return exchange(socket, target, message, end);
            } catch (NotConnected next) {
                last = next;
            }
        }
        throw last;
    }

    private static void connect(Socket socket, InetAddress address, int port, long end) throws NotConnected {
        try {
            socket.connect(new InetSocketAddress(address, port), Math.min(CONNECT_MILLIS, left(end)));
        } catch (IOException closed) {
            throw new NotConnected(closed);
        }
    }

    private Reply exchange(Socket socket, Target target, Message message, long end) throws IOException {
        var over = new Thread[1];
        over[0] = Thread.ofVirtual().name("webhooks-deadline").start(() -> closeAt(end, socket));
        try {
            socket.setSoTimeout(left(end));
            var stream = target.secure() ? secured(socket, target) : socket;
            request(stream.getOutputStream(), target, message);
            return new ReplyReader(stream.getInputStream()).reply();
        } catch (IOException broken) {
            if (System.nanoTime() >= end)
                throw new IOException("no answer within " + patience.toSeconds() + " s", broken);
            throw broken;
        } finally {
            over[0].interrupt();
        }
    }

    /** Ends what a time limit for each read does not: a receiver that takes or gives a byte now and then. */
    private static void closeAt(long end, Socket socket) {
        try (socket) {
            Thread.sleep(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            // It was to be closed, and is.
            return;
        }
    }

    private SSLSocket secured(Socket socket, Target target) throws IOException {
        // With the name, not the address: it is what the receiver is asked for (SNI) and what its certificate must
        // show.
        var secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, target.host(), target.port(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private void request(OutputStream out, Target target, Message message) throws IOException {
        var body = message.body();
        var head = new StringBuilder("POST " + target.path() + " HTTP/1.1\r\n");
        head.append("Host: ").append(target.authority()).append("\r\n");
        head.append("User-Agent: ").append(agent).append("\r\n");
        head.append("Content-Type: application/json\r\nAccept: */*\r\nConnection: close\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        new TreeMap<>(message.headers())
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        var start = head.toString().getBytes(StandardCharsets.US_ASCII);
        var all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        out.write(all);
        out.flush();
    }

    private static int left(long end) {
        return (int) Math.max(1, (end - System.nanoTime()) / 1_000_000);
    }

    /** Nothing was sent: the next address may be tried. */
    private static final class NotConnected extends IOException {
        private static final long serialVersionUID = 1;

        NotConnected(IOException why) {
            super("it does not accept the connection (" + why.getMessage() + ")", why);
        }
    }
}

package org.wvwbuilder.loadtest.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One kept connection. Used by one caller at a time. */
final class Connection implements Closeable {
    private final Socket socket;
    private final Incoming in;
    private boolean used;
    private long idleSince = System.nanoTime();

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new Incoming(socket);
    }

    static Connection open(Target target, long deadline) throws IOException {
        for (var address : target.addresses()) {
            // Through no proxy: the address that was checked is the one that is reached.
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                var millis = (int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, target.port()), millis);
                socket.setSoTimeout(millis);
                return new Connection(target.tls() ? secured(socket, target) : socket);
            } catch (SocketTimeoutException slow) {
                socket.close();
                throw new Broken(Broken.SLOW);
            } catch (ConnectException tryTheNext) {
                socket.close();
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }
        throw new Broken(Broken.REFUSED);
    }

    private static Socket secured(Socket plain, Target target) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, target.hostWithoutBrackets(), target.port(), true);
        var parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    Reply exchange(byte[] request, boolean head, long deadline, Body body) throws IOException {
        in.begin(deadline);
        try {
            socket.getOutputStream().write(request);
        } catch (SocketException closed) {
            throw new Broken(Broken.RESET);
        }
        var reply = Answering.read(in, head, body);
        used = true;
        idleSince = System.nanoTime();
        return reply;
    }

    /** Whether the server may have closed it while it was kept, before it read anything of the last request. */
    boolean stale() {
        return used && !in.begun();
    }

    long idleSince() {
        return idleSince;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

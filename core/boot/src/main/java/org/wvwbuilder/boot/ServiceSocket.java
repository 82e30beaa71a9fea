package org.wvwbuilder.boot;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The datagram socket on which systemd listens to its services. Java has stream sockets of this kind only, so the C library
 * is called. It stands here because this module has the right to native access, and no other shall have it.
 */
public final class ServiceSocket {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int SUN_PATH = 2;
    private static final int LONGEST_PATH = 107;

    private static final MemoryLayout ERRNO = Linker.Option.captureStateLayout();

    private final byte[] address;
    private final Functions libc;

    private ServiceSocket(byte[] address) {
        this.address = address;
        this.libc = Functions.find();
    }

    /** The socket that the environment names, if this is a service of systemd. */
    public static Optional<ServiceSocket> find() {
        var name = System.getenv("NOTIFY_SOCKET");
        if (name == null || name.isEmpty()) return Optional.empty();
        return Optional.of(of(name));
    }

    /** @param name an absolute path, or '@' and a name that is not in the file system */
    static ServiceSocket of(String name) {
        var path = name.getBytes(StandardCharsets.UTF_8);
        if (!name.startsWith("@") && !Path.of(name).isAbsolute() || path.length > LONGEST_PATH) {
            throw new IllegalArgumentException(
                    "NOTIFY_SOCKET=" + name + " is no address of a socket: systemd sets it, do not set it by hand");
        }
        if (path[0] == '@') path[0] = 0;
        return new ServiceSocket(path);
    }

    /**
     * Sends one message, such as {@code READY=1}, several of them separated by line breaks.
     *
     * @throws IOException when nobody listens, or its queue is full
     */
    public void send(String message) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var errno = arena.allocate(ERRNO);
            var socket = libc.socket(errno);
            try {
                libc.send(errno, socket, text(arena, message), sockaddr(arena));
            } finally {
                libc.close(errno, socket);
            }
        }
    }

    private static MemorySegment text(Arena arena, String message) {
        return arena.allocateFrom(ValueLayout.JAVA_BYTE, message.getBytes(StandardCharsets.UTF_8));
    }

    private MemorySegment sockaddr(Arena arena) {
        var made = arena.allocate(SUN_PATH + address.length, Short.BYTES);
        made.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(address, 0, made, ValueLayout.JAVA_BYTE, SUN_PATH, address.length);
        return made;
    }

    /** Three functions of the C library, each with the error number that it leaves. */
    private record Functions(MethodHandle socket, MethodHandle sendto, MethodHandle close) {

        static Functions find() {
            var i = ValueLayout.JAVA_INT;
            var l = ValueLayout.JAVA_LONG;
            var p = ValueLayout.ADDRESS;
            return new Functions(
                    function("socket", FunctionDescriptor.of(i, i, i, i)),
                    function("sendto", FunctionDescriptor.of(l, i, p, l, i, p, i)),
                    function("close", FunctionDescriptor.of(i, i)));
        }

        @SuppressWarnings("restricted") // the start script grants this module native access
        private static MethodHandle function(String name, FunctionDescriptor shape) {
            var linker = Linker.nativeLinker();
            var found = linker.defaultLookup().findOrThrow(name);
            return linker.downcallHandle(found, shape, Linker.Option.captureCallState("errno"));
        }

        int socket(MemorySegment errno) throws IOException {
            try {
                return (int) checked((int) socket.invokeExact(errno, AF_UNIX, SOCK_DGRAM_CLOEXEC, 0), errno);
            } catch (Throwable thrown) {
                throw told(thrown);
            }
        }

        void send(MemorySegment errno, int socket, MemorySegment text, MemorySegment to) throws IOException {
            try {
                checked(
                        (long) sendto.invokeExact(
                                errno, socket, text, text.byteSize(), MSG_NOSIGNAL, to, (int) to.byteSize()),
                        errno);
            } catch (Throwable thrown) {
                throw told(thrown);
            }
        }

        void close(MemorySegment errno, int socket) throws IOException {
            try {
                checked((int) close.invokeExact(errno, socket), errno);
            } catch (Throwable thrown) {
                throw told(thrown);
            }
        }

        private static long checked(long result, MemorySegment errno) throws IOException {
            if (result >= 0) return result;
            throw new IOException("systemd cannot be told: error " + errno.get(ValueLayout.JAVA_INT, 0));
        }

        private static IOException told(Throwable thrown) {
            if (thrown instanceof IOException failed) return failed;
            if (thrown instanceof Error error) throw error;
            return new IOException("systemd cannot be told: " + thrown, thrown);
        }
    }
}

package org.wvwbuilder.server.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.wvwbuilder.cli.Findings;

/** Whether the server can listen where it is told to, and who does if it cannot. */
public final class PortLook {
    private static final String PART = "port";
    private static final int FIRST_FREE = 1024;
    private static final Optional<Long> SYSTEMD = Optional.of(1L);

    private PortLook() {}

    public static void examine(Patient patient, Findings findings) throws IOException {
        if (patient.port() == 0) {
            findings.ok(PART, "any free one is picked at the start (http.port = 0)");
            return;
        }
        var listener = Listeners.on(patient.port());
        var name = "port " + patient.port();
        if (listener.isEmpty()) {
            if (patient.alive())
                findings.warning(PART, "the server does not listen on " + name + " (yet)", "gw2 logs -e");
            else free(patient, findings);
            return;
        }
        var pid = listener.get().pid();
        var own = patient.alive() && (pid.isEmpty() || pid.equals(patient.pid()));
        if (own) findings.ok(PART, name + " is the server's own");
        else if (pid.equals(SYSTEMD)) findings.ok(PART, name + " is kept open by systemd, see gw2-backend.socket");
        else if (pid.isEmpty()) {
            findings.problem(
                    PART,
                    name + " is taken by a process that this user may not see",
                    "sudo ss -ltnp 'sport = :" + patient.port() + "'");
        } else {
            findings.problem(
                    PART,
                    name + " is taken by process " + pid.get() + " ("
                            + listener.get().program() + ")",
                    "see 'systemctl status " + pid.get() + "' and stop it, or set http.port to another in "
                            + patient.settings());
        }
    }

    /** Listens for a moment: only this tells whether it would work. */
    private static void free(Patient patient, Findings findings) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(patient.host(), patient.port()));
            findings.ok(PART, "port " + patient.port() + " is free");
        } catch (IOException refused) {
            findings.problem(
                    PART,
                    "nobody can listen at " + patient.host() + ":" + patient.port() + ": " + refused.getMessage(),
                    patient.port() < FIRST_FREE
                            ? "set http.port to 8000 in " + patient.settings() + " and let nginx serve port "
                                    + patient.port()
                            : "set http.host to 127.0.0.1 in " + patient.settings());
        }
    }
}

package org.wvwbuilder.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.wvwbuilder.cli.Findings;

/** Whether certificates are still good: those of nginx's sites, and the file that the settings name. */
public final class CertificateLook {
    private static final String PART = "certificate";
    private static final Duration SOON = Duration.ofDays(21);
    private static final String RENEW = "certbot renew && systemctl reload nginx";

    private CertificateLook() {}

    public static void examine(Patient patient, Set<Path> ofNginx, Findings findings, Instant now) {
        var files = new LinkedHashSet<Path>(ofNginx);
        // An address is the running server's to ask.
        patient.certificate()
                .filter(name -> !name.contains("://"))
                .map(Path::of)
                .ifPresent(files::add);
        if (files.isEmpty()) findings.ok(PART, "no file of one is known here (health.certificate names one)");
        for (var file : files) examine(file, findings, now);
    }

    private static void examine(Path file, Findings findings, Instant now) {
        try (var in = Files.newInputStream(file)) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            var ends = certificate.getNotAfter().toInstant();
            var day = ends.atZone(ZoneId.systemDefault()).toLocalDate();
            if (ends.isBefore(now)) findings.problem(PART, file + " ended on " + day, RENEW);
            else if (ends.isBefore(now.plus(SOON))) findings.warning(PART, file + " ends on " + day, RENEW);
            else findings.ok(PART, file + " is good until " + day);
        } catch (IOException | CertificateException unread) {
            var missing = !Files.exists(file);
            if (missing && !Files.isReadable(file.toAbsolutePath().getParent())) {
                findings.warning(PART, file + " cannot be seen by this user", "sudo gw2 doctor");
            } else {
                findings.problem(
                        PART,
                        file + (missing ? " does not exist" : " cannot be read: " + unread.getMessage()),
                        "name the right file in ssl_certificate or health.certificate; certbot certificates lists them");
            }
        }
    }
}

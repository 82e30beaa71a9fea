package org.wvwbuilder.backup.offsite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** The few things that are asked of S3, each in one request; lists in as many as they have pages. */
final class Bucket implements AutoCloseable {
    /** A page has a thousand; no retention keeps so many backups. */
    private static final int MOST_PAGES = 100;

    private final Wire wire;
    private final Faults faults;

    Bucket(Wire wire, Faults faults) {
        this.wire = wire;
        this.faults = faults;
    }

    /** An object as it is listed. */
    record Item(String key, long bytes, Instant at) {}

    /** An upload that was begun and neither completed nor given up. */
    record Unfinished(String key, String id, Instant at) {}

    /** An object as it is now; the tag changes with its content. */
    record Head(long bytes, String tag, Instant at) {}

    List<Item> list(String prefix) {
        var doing = "list the copies";
        var found = new ArrayList<Item>();
        var next = Optional.of(Request.of("GET", "").with("list-type", "2").with("prefix", prefix));
        for (int page = 0; next.isPresent(); page++) {
            if (page == MOST_PAGES) throw faults.incompatible(doing + " (it does not end)", null);
            var request = next.get();
            var reply = done(wire.send(request), doing);
            next = read(doing, () -> {
                for (var item : reply.records("Contents")) {
                    found.add(new Item(
                            item.get("Key"),
                            Long.parseLong(item.get("Size")),
                            Instant.parse(item.get("LastModified"))));
                }
                var all = reply.records("ListBucketResult").getFirst();
                return "true".equals(all.get("IsTruncated"))
                        ? Optional.of(request.with(
                                "continuation-token", Objects.requireNonNull(all.get("NextContinuationToken"))))
                        : Optional.empty();
            });
        }
        return found;
    }

    /** The first thousand of them, and none where the storage does not tell. */
    List<Unfinished> unfinished(String prefix) {
        var doing = "list unfinished uploads";
        var reply = wire.send(Request.of("GET", "").with("uploads", "").with("prefix", prefix));
        if (reply.status() == 501 || reply.status() == 405) return List.of();
        done(reply, doing);
        return read(doing, () -> {
            var found = new ArrayList<Unfinished>();
            for (var upload : reply.records("Upload")) {
                found.add(new Unfinished(
                        upload.get("Key"), upload.get("UploadId"), Instant.parse(upload.get("Initiated"))));
            }
            return found;
        });
    }

    /** @return the upload's id; nothing is visible before it is completed */
    String begin(String key) {
        var doing = "begin an upload";
        var reply = done(wire.send(Request.of("POST", key).with("uploads", "")), doing);
        return read(
                doing,
                () -> reply.text("InitiateMultipartUploadResult", "UploadId").orElseThrow());
    }

    /** @return the part's tag, which completing asks for */
    String part(String key, String id, int number, byte[] bytes) {
        var doing = "upload";
        var request = Request.of("PUT", key)
                .with("partNumber", String.valueOf(number))
                .with("uploadId", id)
                .header("content-md5", md5(bytes))
                .body(bytes);
        var reply = done(wire.send(request), doing);
        return read(doing, () -> reply.headers().firstValue("etag").orElseThrow());
    }

    /** @return false when there is no such upload: it was completed by a request whose answer was lost, or given up */
    boolean complete(String key, String id, List<String> tags) {
        var parts = new StringBuilder("<CompleteMultipartUpload>");
        for (int i = 0; i < tags.size(); i++) {
            parts.append("<Part><PartNumber>").append(i + 1).append("</PartNumber><ETag>");
            parts.append(tags.get(i).replace("&", "&amp;").replace("<", "&lt;")).append("</ETag></Part>");
        }
        parts.append("</CompleteMultipartUpload>");
        var body = parts.toString().getBytes(StandardCharsets.UTF_8);
        var reply = wire.send(Request.of("POST", key).with("uploadId", id).body(body));
        if (reply.code().equals("NoSuchUpload")) return false;
        // S3 may say 200 long before it knows, and tell of a failure in the body.
        if (!reply.code().isEmpty()) throw faults.of(reply, "complete an upload");
        done(reply, "complete an upload");
        return true;
    }

    void abort(String key, String id) {
        var reply = wire.send(Request.of("DELETE", key).with("uploadId", id));
        if (reply.status() != 404) done(reply, "give up an upload");
    }

    Optional<Head> head(String key) {
        var doing = "look for a copy";
        var reply = wire.send(Request.of("HEAD", key));
        if (reply.status() == 404) return Optional.empty();
        done(reply, doing);
        return read(doing, () -> {
            var headers = reply.headers();
            var at = ZonedDateTime.parse(
                    headers.firstValue("last-modified").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(new Head(
                    headers.firstValueAsLong("content-length").orElseThrow(),
                    headers.firstValue("etag").orElseThrow(),
                    at.toInstant()));
        });
    }

    /** @return exactly so many bytes of an object that still has this tag */
    byte[] range(String key, String tag, long from, int count) {
        var request = Request.of("GET", key)
                .header("if-match", tag)
                .header("range", "bytes=" + from + "-" + (from + count - 1))
                .answerOf(count);
        var reply = wire.send(request);
        if (reply.status() == 404 || reply.status() == 412) {
            throw new OffsiteFault(
                    OffsiteFault.Kind.MISSING,
                    "the copy was removed or replaced while it was read: list the copies again");
        }
        done(reply, "read a copy");
        if (reply.body().length != count) throw faults.incompatible("read a part of a copy", null);
        return reply.body();
    }

    void delete(String key) {
        var reply = wire.send(Request.of("DELETE", key));
        if (reply.status() != 404) done(reply, "delete a copy");
    }

    private Reply done(Reply reply, String doing) {
        if (!reply.ok()) throw faults.of(reply, doing);
        return reply;
    }

    /** Takes out of an answer what has to be in it. */
    @FunctionalInterface
    private interface Reading<T> {
        T of() throws XMLStreamException;
    }

    private <T> T read(String doing, Reading<T> reading) {
        try {
            return reading.of();
        } catch (XMLStreamException | RuntimeException other) {
            throw faults.incompatible(doing, other);
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java runtime has MD5", never);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}

package org.wvwbuilder.backup.offsite;

import java.util.Map;
import org.wvwbuilder.backup.OffsiteSettings;
import org.wvwbuilder.backup.saying.Saying;

/** What a refusal of the storage means, and what the operator can do about it. */
record Faults(String name, OffsiteSettings settings) {

    static final String UNKNOWN = "look up what that means there, and whether it speaks S3";
    /** The console has words of its own for each remedy, found by the one here. */
    static final Map<String, String> CODES = Map.of(
            "InvalidAccessKeyId", "it does not know the access key: correct access-key",
            "SignatureDoesNotMatch", "the secret does not belong to the access key: correct the file of the secret",
            "AccessDenied",
                    "the access key may not do that: give it the rights to list, read, write and delete below the"
                            + " prefix, and look whether key, secret and the clock of this machine are right",
            "NoSuchBucket", "there is no such bucket: make it, or correct bucket",
            "RequestTimeTooSkewed", "the clock of this machine is wrong: set it",
            "AuthorizationHeaderMalformed", "the region is another one: correct region",
            "PermanentRedirect", "the bucket lives at another address: correct endpoint and region",
            "EntityTooLarge", "the copy is too large for it: use another storage",
            "QuotaExceeded", "there is no room left: remove something, or buy more");

    OffsiteFault of(Reply reply, String doing) {
        var code = reply.code();
        var why = CODES.get(code);
        if (why == null && (reply.status() == 401 || reply.status() == 403)) why = CODES.get("AccessDenied");
        if (why == null && reply.status() / 100 == 3) why = CODES.get("PermanentRedirect");
        if (why != null) return new OffsiteFault(OffsiteFault.Kind.SETTINGS, sentence(reply, code, doing, why));
        return new OffsiteFault(OffsiteFault.Kind.INCOMPATIBLE, sentence(reply, code, doing, UNKNOWN));
    }

    OffsiteFault incompatible(String doing, Throwable cause) {
        return new OffsiteFault(
                OffsiteFault.Kind.INCOMPATIBLE,
                "backup.offsite." + name + " could not " + doing + ": the answer of " + settings.endpoint()
                        + " is not one of S3; correct endpoint",
                cause);
    }

    private String sentence(Reply reply, String code, String doing, String remedy) {
        var word = code.isEmpty() ? "" : " " + code;
        return Saying.REFUSED.of(name, doing, settings.endpoint(), reply.status() + word, remedy);
    }
}

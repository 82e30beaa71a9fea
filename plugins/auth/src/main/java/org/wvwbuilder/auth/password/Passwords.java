package org.wvwbuilder.auth.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.mindrot.jbcrypt.BCrypt;
import org.wvwbuilder.plugin.Problem;

/**
 * Hashes passwords and compares with the hashes: bcrypt over base64(HMAC-SHA-384(pepper, password)). The HMAC makes 64
 * characters of any password, so that bcrypt, which reads 72 bytes and stops at a NUL, neither cuts nor merges any. Plain
 * bcrypt, as another program left it, is compared with too, and always {@link #outdated}.
 */
public final class Passwords {
    /** The most characters that a password may have. */
    public static final int MOST = 256;

    /** No password has it. For accounts that nobody is to sign in to. */
    public static final String NONE = "none";

    private static final String SCHEME = "h1:";

    /** The three that name the same algorithm, at a cost that cannot keep the server busy for long. */
    private static final Pattern FOREIGN = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

    private final SecretKey pepper;
    private final int cost;
    private final HashingPool pool;
    private final SecureRandom random = new SecureRandom();
    private final String decoy;

    /** @param cost binary logarithm of bcrypt's rounds */
    public Passwords(SecretKey pepper, int cost, HashingPool pool) {
        this.pepper = pepper;
        this.cost = cost;
        this.pool = pool;
        // A well-formed hash that belongs to no password: what is missing is compared with it, for the same work.
        this.decoy = "$2a$%02d$".formatted(cost) + "abcdefghijklmnopqrstuu" + "a".repeat(31);
    }

    /**
     * Refuses what is too long, before any work is done for it.
     *
     * @throws Problem 400
     */
    public static void requireSane(String password) {
        if (password.codePointCount(0, password.length()) > MOST) {
            throw new Problem(400, "password-too-long", "A password has at most 256 characters: send a shorter one.");
        }
    }

    public String hash(String password) {
        requireSane(password);
        return SCHEME + pool.run(() -> BCrypt.hashpw(peppered(password), BCrypt.gensalt(cost, random)));
    }

    /** Whether it is the password of this hash. Takes the same work when the hash is {@link #NONE}. */
    public boolean matches(String password, String hash) {
        requireSane(password);
        // The password as it was typed: the other program knew neither pepper nor normal form.
        if (foreign(hash)) return pool.run(() -> BCrypt.checkpw(password, "$2a" + hash.substring(3)));
        boolean known = hash.startsWith(SCHEME);
        var against = known ? hash.substring(SCHEME.length()) : decoy;
        return pool.run(() -> BCrypt.checkpw(peppered(password), against)) && known;
    }

    /** Whether it is a hash of plain bcrypt that passwords can be compared with. */
    public static boolean foreign(String hash) {
        return FOREIGN.matcher(hash).matches();
    }

    /** Whether the hash was made with other parameters than today's, so that it is to be made again. */
    public boolean outdated(String hash) {
        return !hash.startsWith(SCHEME + "$2a$%02d$".formatted(cost));
    }

    private String peppered(String password) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA384");
        mac.init(pepper);
        // One form for letters with accents: keyboards differ in how they compose them.
        var bytes = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(mac.doFinal(bytes));
    }
}

package org.wvwbuilder.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Explains one component of a configuration record. The key is the component's name in kebab case: {@code maxAge}
 * becomes {@code max-age}.
 *
 * <p>Types that can be bound: String, boolean, int, long, double, enums, {@link java.time.Duration} ({@code 90s, 15m,
 * 8h, 30d} or ISO-8601), {@link java.nio.file.Path}, {@link java.net.URI}, {@link java.time.ZoneId}, Optional of these,
 * and List of these (a TOML array, or comma separated in the environment). A {@code Map<String, R>} of records is bound to
 * the tables below, by their names; their record stands in the package of the outer one. The record's compact constructor may refuse
 * with an IllegalArgumentException; its message is shown to the operator.
 *
 * {@snippet lang=java :
 * public record Config(
 *         @Setting(value = "How long notes are kept.", fallback = "30d") Duration keep,
 *         @Setting(value = "Where to tell of new ones.") Optional<URI> webhook,
 *         @Setting(value = "What that wants to see.", secret = true) Optional<String> key) {
 *     public Config {
 *         if (keep.isNegative()) throw new IllegalArgumentException("keep must not be negative");
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

    /** What the setting is for, one line, as {@code gw2 config} prints it. */
    String value();

    /** The value when nothing is set, written as in the environment. {@link #REQUIRED} for none. */
    String fallback() default REQUIRED;

    /** True when the value is never to be shown. A secret may also be given as {@code <key>-file}. */
    boolean secret() default false;

    /** Marks a setting that has no default; an Optional or List without a fallback is empty instead. */
    String REQUIRED = "\0";
}

package org.wvwbuilder.auth.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wvwbuilder.plugin.Problem;

/** Reads the fields of a request and remembers all that are wrong, so that the caller learns of them at once. */
public final class Fields {
    private final List<Problem.Field> wrong = new ArrayList<>();

    /**
     * Reads a field that must be there.
     *
     * @param parse throws IllegalArgumentException with what is expected
     * @return empty when it is wrong; {@link #check()} then throws
     */
    public <T> Optional<T> required(String pointer, Optional<String> value, Function<String, T> parse) {
        if (value.isEmpty() || value.get().isEmpty()) {
            refuse(pointer, "is needed");
            return Optional.empty();
        }
        return given(pointer, value, parse);
    }

    /** Reads a field that may be left out. */
    public <T> Optional<T> given(String pointer, Optional<String> value, Function<String, T> parse) {
        try {
            return value.map(parse);
        } catch (IllegalArgumentException refused) {
            refuse(pointer, refused.getMessage());
            return Optional.empty();
        }
    }

    public void refuse(String pointer, String expected) {
        wrong.add(new Problem.Field(pointer, expected));
    }

    /** @throws Problem 422 with everything that was wrong */
    public void check() {
        if (!wrong.isEmpty()) throw Problem.invalid(wrong);
    }
}

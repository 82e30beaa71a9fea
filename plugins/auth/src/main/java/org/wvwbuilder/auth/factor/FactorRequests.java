package org.wvwbuilder.auth.factor;

import jakarta.annotation.Nullable;
import org.wvwbuilder.plugin.Doc;

/** The bodies that the resources of the second factor take. */
public final class FactorRequests {

    private FactorRequests() {}

    @Doc("A password, to begin with.")
    public record Enrol(String currentPassword) {
        @Override
        public String toString() {
            return "Enrol";
        }
    }

    @Doc("The first code.")
    public record Confirm(
            @Doc("The six digits that the app shows.") String code) {
        @Override
        public String toString() {
            return "Confirm";
        }
    }

    @Doc("Both factors.")
    @Nullable
    public record Proof(
            String currentPassword,
            @Doc("A code of the app, or a recovery code.") String code) {
        static final Proof NOTHING = new Proof("", "");

        @Override
        public String toString() {
            return "Proof";
        }
    }
}

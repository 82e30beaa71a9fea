package org.wvwbuilder.tools.fuzzer;

/**
 * Something that must not be.
 *
 * @param what the rule that was broken, the same for faults of one cause
 * @param detail of this one
 */
record Fault(String what, String detail) {

    /** Faults of one cause at one operation are reported once. */
    String key(Operation operation) {
        return operation.name() + ": " + what;
    }
}

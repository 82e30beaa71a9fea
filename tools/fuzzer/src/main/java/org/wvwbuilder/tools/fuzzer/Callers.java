package org.wvwbuilder.tools.fuzzer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Who asks: nobody, a member, an administrator. An account that the attack locked, disabled or deleted is replaced by a new
 * one, made as an operator makes it.
 */
final class Callers {
    static final String PASSWORD = "a quaggan in the lava";

    /** @param token empty for nobody */
    record Caller(String name, String role, String token) {}

    private final Register register;
    private final Wire wire;
    private final List<Caller> callers = new ArrayList<>();
    private int made;

    /** Makes an account. */
    @FunctionalInterface
    interface Register {
        void add(String name, String role, String password) throws IOException, InterruptedException;
    }

    Callers(Register register, Wire wire) throws IOException, InterruptedException {
        this.register = register;
        this.wire = wire;
        callers.add(new Caller("anonymous", "", ""));
        callers.add(signUp("member"));
        callers.add(signUp("member"));
        callers.add(signUp("admin"));
        callers.add(new Caller("forger", "", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."));
    }

    Caller nobody() {
        return callers.getFirst();
    }

    /** The first of a role. */
    Caller of(String role) {
        return callers.stream()
                .filter(each -> each.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    Caller pick(Dice dice) {
        if (dice.chance(0.03)) return callers.getLast();
        if (dice.chance(0.12)) return callers.getFirst();
        return callers.get(1 + dice.below(3));
    }

    /** The roles by which somebody of this name is let in. */
    static boolean may(String caller, Operation operation) {
        if (operation.roles().isEmpty() || caller.startsWith("admin")) return true;
        return caller.startsWith("member") && operation.roles().contains("member");
    }

    /** Whether a member has got another role meanwhile; a new member takes the place then. */
    boolean isPromoted(String name) throws IOException, InterruptedException {
        for (int i = 0; i < callers.size(); i++) {
            var caller = callers.get(i);
            if (!caller.name().equals(name) || caller.token().isEmpty()) continue;
            var me = wire.send(
                    new Request("GET", "/api/v1/users/me", List.of("Authorization: Bearer " + caller.token()), null));
            if (!me.isSuccess()
                    || Contract.JSON.readTree(me.body()).path("role").asText().equals(caller.role())) return false;
            callers.set(i, signUp(caller.role()));
            return true;
        }
        return false;
    }

    /** Called when a good token was refused: its holder signs in again, or another takes the place. */
    void renew(String name) throws IOException, InterruptedException {
        for (int i = 0; i < callers.size(); i++) {
            var caller = callers.get(i);
            if (!caller.name().equals(name) || caller.role().isEmpty()) continue;
            var token = signIn(name);
            callers.set(i, token.isEmpty() ? signUp(caller.role()) : new Caller(name, caller.role(), token));
        }
    }

    private Caller signUp(String role) throws IOException, InterruptedException {
        var name = role + "-fuzz-" + ++made;
        if (!isAddedByAnother(name, role)) register.add(name, role, PASSWORD);
        var token = signIn(name);
        if (token.isEmpty()) throw new IOException("the new account " + name + " cannot sign in");
        return new Caller(name, role, token);
    }

    /** By an administrator who is still one: a command takes a hundred times as long. */
    private boolean isAddedByAnother(String name, String role) throws IOException {
        var body = Contract.JSON
                .createObjectNode()
                .put("username", name)
                .put("email", name + "@example.org")
                .put("password", PASSWORD)
                .put("role", role)
                .toString();
        for (var caller : callers) {
            if (!caller.role().equals("admin")) continue;
            var headers = List.of("Content-Type: application/json", "Authorization: Bearer " + caller.token());
            var request = new Request("POST", "/api/v1/users", headers, body.getBytes(StandardCharsets.UTF_8));
            if (wire.send(request).status() == 201) return true;
        }
        return false;
    }

    private String signIn(String name) throws IOException {
        var body = Contract.JSON
                .createObjectNode()
                .put("username", name)
                .put("password", PASSWORD)
                .toString();
        var request = new Request(
                "POST",
                "/api/v1/auth/login",
                List.of("Content-Type: application/json", "X-Forwarded-For: 203.0.113." + (1 + made % 250)),
                body.getBytes(StandardCharsets.UTF_8));
        var answer = wire.send(request);
        return answer.isSuccess()
                ? Contract.JSON.readTree(answer.body()).path("access_token").asText()
                : "";
    }
}

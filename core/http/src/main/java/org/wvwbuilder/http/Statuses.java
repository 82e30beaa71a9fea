package org.wvwbuilder.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Scopes;

/** What the HTTP statuses mean here, in a sentence that says what to do. */
final class Statuses {
    private Statuses() {}

    static String title(int status) {
        var code = HttpStatus.getCode(status);
        return code == null ? "Error" : code.getMessage();
    }

    static Problem problem(int status, Map<String, String> headers) {
        int known = status < 400 || status > 599 ? 500 : status;
        var type = title(known).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return new Problem(known, type, detail(known), List.of(), headers);
    }

    static Problem signIn() {
        return new Problem(
                401,
                "sign-in-needed",
                "Sign in first, then send the access token as a bearer token.",
                List.of(),
                Map.of("WWW-Authenticate", "Bearer"));
    }

    static Problem tokenRefused() {
        return new Problem(
                401,
                "token-refused",
                "The access token is not, or no longer, good. Refresh it or sign in again.",
                List.of(),
                Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    static Problem forbidden() {
        return new Problem(403, "forbidden", "Your roles do not allow this. Ask an administrator for the role.");
    }

    static Problem outOfScope(String scope) {
        var detail = scope.equals(Scopes.PERSON)
                ? "A personal access token cannot do this: sign in with your password."
                : "This personal access token has not the scope '" + scope + "': make one that has it.";
        var challenge = "Bearer error=\"insufficient_scope\", scope=\"" + scope + '"';
        return new Problem(403, "scope-missing", detail, List.of(), Map.of("WWW-Authenticate", challenge));
    }

    static Problem late() {
        return new Problem(
                503,
                "plugin-too-late",
                "This takes too long and was given up; what was to be changed may be changed all the same. Look, then try"
                        + " again later; administrators see the reason in the log.",
                List.of(),
                Map.of("Retry-After", "30"));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is malformed: correct its line, headers or address.";
            case 401 -> "Sign in first.";
            case 403 -> "You may not do this.";
            case 404 -> "There is nothing at this address. /docs lists every address of the API.";
            case 405 -> "This address does not take this method; the Allow header names those it takes.";
            case 406 -> "This address cannot answer in a form that the Accept header allows: ask for application/json.";
            case 408 -> "The request took too long to arrive: send it again.";
            case 411 -> "Send a Content-Length.";
            case 413 -> "The body is too large: send less.";
            case 414 -> "The address is too long: send less in the query.";
            case 415 -> "The body comes in a form that is not taken here: send application/json, not compressed.";
            case 426, 505 -> "Use HTTP/1.1.";
            case 431 -> "The headers are too large: send fewer or shorter ones.";
            case 503 -> "The server is busy or stopping. Try again in a moment.";
            default ->
                status < 500 ? "The request cannot be answered: correct it." : "The server failed. Try again later.";
        };
    }
}

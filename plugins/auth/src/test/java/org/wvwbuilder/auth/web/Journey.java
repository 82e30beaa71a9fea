package org.wvwbuilder.auth.web;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;

/** A browser's way to a provider and back, step by step. */
record Journey(House house, String address, String cookie) {

    static Journey start(House house, String provider) {
        var reply = house.client().get("/auth/openid/" + provider + "/start");
        if (reply.status() != 303) throw new AssertionError("not sent away: " + reply);
        return new Journey(house, reply.header("Location"), kept(reply, "wvw_openid"));
    }

    static Journey link(House house, Client member, String provider) {
        var reply = member.post("/auth/openid/" + provider + "/link", "");
        return new Journey(house, reply.field("address"), kept(reply, "wvw_openid"));
    }

    Map<String, String> query() {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** Where the provider sends the browser, which says nothing and signs in. */
    String atProvider() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            var back = answer.headers().firstValue("Location").orElseThrow();
            return back.substring(back.indexOf("/auth/openid/"));
        }
    }

    Reply back(String path) {
        return house.client().with("Cookie", "wvw_openid=" + cookie).get(path);
    }

    /** Comes back with a code and the state that was given along. */
    Reply back(String provider, String more) {
        return back("/auth/openid/" + provider + "/callback?code=c0de&state=" + query().get("state") + more);
    }

    static String kept(Reply reply, String cookie) {
        return cookies(reply).stream()
                .filter(line -> line.startsWith(cookie + "="))
                .map(line -> line.substring(cookie.length() + 1).replaceFirst(";.*", ""))
                .findFirst()
                .orElse("");
    }

    static List<String> cookies(Reply reply) {
        return reply.headers().allValues("Set-Cookie");
    }
}

package org.wvwbuilder.auth.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wvwbuilder.auth.Client;

/** An authenticator app of our own, written from RFC 6238 a second time, and the paper beside it. */
record Phone(House house, byte[] secret, List<String> paper) {

    /** Turns a second factor on. */
    static Phone enrol(House house, Client client) throws Exception {
        var begun = client.post("/auth/totp", Client.json("current_password", House.PASSWORD));
        var phone = new Phone(house, decoded(begun.field("secret")), new ArrayList<>());
        var confirmed = client.post("/auth/totp/confirm", Client.json("code", phone.code()));
        for (JsonNode code : confirmed.json().path("recovery_codes")) phone.paper.add(code.asText());
        return phone;
    }

    String code() throws Exception {
        return code(0);
    }

    String code(int stepsAhead) throws Exception {
        long step = house.installation().clock.millis() / 30_000 + stepsAhead;
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        var digest = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(digest).getInt(digest[19] & 15) & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    /** Six digits that are not right now, nor one step away. */
    String wrongCode() throws Exception {
        var right = List.of(code(-1), code(0), code(1));
        int wrong = 0;
        while (right.contains("%06d".formatted(wrong))) wrong++;
        return "%06d".formatted(wrong);
    }

    private static byte[] decoded(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int buffer = 0;
        int held = 0;
        for (char letter : base32.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.put((byte) (buffer >> held));
            }
        }
        return bytes.array();
    }
}

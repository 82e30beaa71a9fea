package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes a backup, and makes it the database: the server begins anew for that. */
final class Restore {
    private static final String BACKUPS = "/api/v1/backups";
    private static final int TRIES = 120;

    private final Callers callers;
    private final Wire beside;

    Restore(Callers callers, Wire beside) {
        this.callers = callers;
        this.beside = beside;
    }

    void go(Journeys.Walk walk) throws Journeys.Astray, IOException, InterruptedException {
        var admin = callers.of("admin");
        switchOn(walk, admin);
        var wish = Contract.JSON.createObjectNode().put("shrunk", true);
        var made = Step.of("POST " + BACKUPS, admin).saying(wish);
        // Another may be on its way.
        var id = patiently(walk, made, 202).path("id").asText();
        var restore =
                Step.of("POST " + BACKUPS + "/{id}/restore", admin).at("id", id).saying("confirm", id);
        patiently(walk, restore, 202);
        awaitRestored(admin);
        // All sessions ended with the restore: whoever is told so signs in again.
        walk.step(Step.of("GET " + BACKUPS + "/last-restore", admin), 200, 401);
        walk.step(Step.of("GET " + BACKUPS + "/last-restore", callers.of("admin")), 200);
    }

    /** What the attack has switched off would be gone from the next start on. */
    private static void switchOn(Journeys.Walk walk, Callers.Caller admin)
            throws Journeys.Astray, IOException, InterruptedException {
        var plugins = walk.read(Step.of("GET /api/v1/plugins", admin), 200).path("items");
        for (var plugin : plugins) {
            var id = plugin.path("id").asText();
            walk.step(Step.of("POST /api/v1/plugins/{id}/enable", admin).at("id", id), 200, 404, 409);
        }
    }

    /** It answers 204 as long as nothing was restored; in between it does not answer at all. */
    private void awaitRestored(Callers.Caller admin) throws InterruptedException {
        var ask =
                new Request("GET", BACKUPS + "/last-restore", List.of("Authorization: Bearer " + admin.token()), null);
        for (int i = 0; i < TRIES; i++) {
            TimeUnit.MILLISECONDS.sleep(500);
            try {
                int status = beside.send(ask).status();
                if (status == 200 || status == 401) return;
            } catch (IOException away) {
                // It begins anew.
            }
        }
    }

    private static JsonNode patiently(Journeys.Walk walk, Step step, int hoped)
            throws Journeys.Astray, IOException, InterruptedException {
        for (int i = 1; ; i++) {
            try {
                return walk.read(step, hoped);
            } catch (Journeys.Astray notYet) {
                if (i == TRIES) throw notYet;
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }
}

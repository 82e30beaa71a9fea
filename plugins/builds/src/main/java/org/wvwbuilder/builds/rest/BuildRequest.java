package org.wvwbuilder.builds.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.builds.template.Template;
import org.wvwbuilder.plugin.Doc;

/** What a client sends to save a build. PATCH keeps what is left out or null. */
@Doc("A build to save.")
public record BuildRequest(
        @Doc("1 to 100 characters.") Optional<String> name,

        @Doc("As the game copies it. Give this, the template or a share code.")
        Optional<String> chatLink,

        @Doc("As /chat-links/decode gives it; ids suffice.") Optional<Template> template,
        Optional<Equipment> equipment,
        @Doc("For instance wvw, zerg, havoc, roam.") Optional<String> gameMode,

        @Doc("For instance primary support, boon dps, healer.")
        Optional<String> role,

        @Doc("At most 20.") Optional<List<String>> tags,
        @Doc("Markdown, at most 10,000 characters.") Optional<String> notes,

        @Doc("private, team or public; private where left out.")
        Optional<Visibility> visibility,

        @Doc("The team that a build of visibility team belongs to.")
        Optional<String> teamId,

        @Doc("Template and gear in one text, instead of chat link, template and equipment.")
        Optional<String> shareCode) {

    public BuildRequest {
        name = given(name);
        chatLink = given(chatLink);
        template = given(template);
        equipment = given(equipment);
        gameMode = given(gameMode);
        role = given(role);
        tags = given(tags);
        notes = given(notes);
        visibility = given(visibility);
        teamId = given(teamId);
        shareCode = given(shareCode);
    }

    /** Tells two requests apart: equal exactly when they ask for the same. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> Optional<T> given(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}

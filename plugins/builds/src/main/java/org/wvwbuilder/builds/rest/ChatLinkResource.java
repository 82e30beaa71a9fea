package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.ChatLinkFault;
import org.wvwbuilder.builds.template.Assembler;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.Template;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;

/** Reads and writes chat links for anyone, storing nothing. */
@Path("chat-links")
@Consumes("application/json")
@Produces("application/json")
public final class ChatLinkResource {
    private final FactLists lists;

    ChatLinkResource(FactLists lists) {
        this.lists = lists;
    }

    @POST
    @Path("decode")
    @PermitAll
    @Doc(value = "What a build template link says, with names", problems = 422)
    public Template decode(@QueryParam("lang") @Doc("en, fr, de, es: of the names") String lang, Link link) {
        return Describer.describe(lists.catalogue(lang), read(link.chatLink()));
    }

    @POST
    @Path("encode")
    @PermitAll
    @Doc(value = "The link of a template, as decode gives it; ids suffice", problems = 422)
    public Link encode(Template template) {
        return new Link(ChatLink.encode(Assembler.assemble(lists.catalogue(null), template, "")));
    }

    /** @throws Problem 422 when it is no link of a build */
    static BuildTemplate read(String chatLink) {
        if (chatLink == null) throw Problem.invalid("/chat_link", "the link of a build, as the game copies it");
        try {
            return ChatLink.decode(chatLink);
        } catch (ChatLinkFault fault) {
            throw Problem.invalid("/chat_link", fault.getMessage());
        }
    }

    public record Link(@Doc("As the game copies it: [&…]") String chatLink) {}
}

package org.wvwbuilder.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.wvwbuilder.plugin.Doc;

/** A resource with two methods for one verb of one path, which only the type of the answer tells apart. */
@Path("pamphlet")
public final class Pamphlet {

    @GET
    @PermitAll
    @Doc("A book, told as JSON.")
    public Shelf.Book json() {
        return Shelf.BOOK;
    }

    @GET
    @PermitAll
    @Produces("text/csv")
    @Doc("A book, told as a table.")
    public String table() {
        return "title,pages";
    }
}

package com.example.guildbank;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** The bank over HTTP. */
@Path("guild-bank")
@Produces("application/json")
public final class BankResource {
    private final Bank bank;

    BankResource(Bank bank) {
        this.bank = bank;
    }

    /** How much was taken over. */
    public record Imported(int stacks) {}

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "What lies in the guild bank", problems = 422)
    public Page<Stack> list(
            @QueryParam("limit") @DefaultValue("50") @Doc("At most 200") int limit,
            @QueryParam("cursor") @DefaultValue("0") @Doc("next_cursor of the page before") String cursor) {
        if (!cursor.matches("[0-9]{1,9}")) throw Problem.invalid("?cursor", "the next_cursor of the page before");
        return bank.after(Integer.parseInt(cursor), Page.limit(limit));
    }

    @PUT
    @Consumes("text/csv")
    @RolesAllowed(Roles.COMMANDER)
    @Doc(value = "Replaces it by a file, whole or not at all", problems = {413, 422})
    public Imported replace(InputStream file) throws IOException {
        try {
            return new Imported(bank.replace(BankFile.read(file)));
        } catch (BankFile.TooLong refused) {
            throw new Problem(413, "too-large", refused.getMessage());
        } catch (BankFile.Wrong refused) {
            throw Problem.invalid(refused.faults().stream()
                    .map(fault -> new Problem.Field("/lines/" + fault.line(), fault.what()))
                    .toList());
        }
    }
}

package org.wvwbuilder.plugin;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** Tells people what is kept about them. Offered by every plugin that keeps something of an account. */
@API(status = API.Status.STABLE, since = "1.0")
public interface PersonalData {

    /** What it is, one lower-case word: {@code builds}. */
    String name();

    /** All of it, as texts, numbers, booleans, instants, and lists and maps of these. */
    List<Map<String, Object>> of(String accountId);
}

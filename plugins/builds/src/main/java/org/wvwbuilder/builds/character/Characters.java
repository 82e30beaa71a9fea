package org.wvwbuilder.builds.character;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialApiFault;

/** Asks the official API for the characters of whoever the key belongs to. */
public record Characters(OfficialApi api, String key) {
    private static final String PATH = "/v2/characters";
    private static final int MOST = 100;
    private static final int AT_ONCE = 20;
    private static final int LONGEST_NAME = 40;

    /** At most 100, in the order of their names. */
    public List<Tabs> all() throws OfficialApiFault, InterruptedException {
        var names = api.get(PATH, Map.of(), Optional.of(key)).texts().stream()
                .filter(Characters::plain)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .limit(MOST)
                .toList();
        var all = new ArrayList<Tabs>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            all.addAll(some(names.subList(from, Math.min(names.size(), from + AT_ONCE))));
        }
        all.sort((one, other) -> String.CASE_INSENSITIVE_ORDER.compare(one.name(), other.name()));
        return all;
    }

    public Optional<Tabs> find(String name) throws OfficialApiFault, InterruptedException {
        if (!plain(name)) return Optional.empty();
        return some(List.of(name)).stream()
                .filter(tabs -> tabs.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private List<Tabs> some(List<String> names) throws OfficialApiFault, InterruptedException {
        return api.get(PATH, Map.of("ids", String.join(",", names)), Optional.of(key)).items().stream()
                .map(Tabs::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A comma would be two names, and 'all' a word of the API. */
    private static boolean plain(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.indexOf(',') < 0
                && !name.equalsIgnoreCase("all");
    }
}

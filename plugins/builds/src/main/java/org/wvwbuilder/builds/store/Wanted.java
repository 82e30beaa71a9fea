package org.wvwbuilder.builds.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What the search is to find: documents with one of {@code seen}, every fact, and for each word one that begins so.
 *
 * @param seen facts of which one is enough
 */
record Wanted(List<String> seen, List<String> facts, List<String> words) {
    private static final int MOST_WORDS = 8;

    /** A word that no document has, for a text without a letter or digit. */
    private static final String NOTHING = "_none";

    static Wanted of(Listing listing) {
        var seen = new ArrayList<String>();
        if (!listing.viewer().isEmpty()) seen.add(Document.owner(listing.viewer()));
        if (!listing.own()) {
            seen.add(Document.OPEN);
            listing.teams().forEach(team -> seen.add(Document.team(team)));
        }
        var facts = new ArrayList<String>();
        listing.profession().ifPresent(p -> facts.add(Document.profession(p.code())));
        listing.specialization().ifPresent(s -> facts.add(Document.specialization(s)));
        listing.role().ifPresent(r -> facts.add(Document.role(r)));
        listing.tag().ifPresent(t -> facts.add(Document.tag(t)));
        var words = listing.q()
                .map(text -> Words.of(text).stream().limit(MOST_WORDS).toList());
        if (words.filter(List::isEmpty).isPresent()) facts.add(NOTHING);
        return new Wanted(seen, facts, words.orElse(List.of()));
    }
}

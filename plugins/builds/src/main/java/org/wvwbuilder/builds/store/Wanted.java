package org.wvwbuilder.builds.store;

import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.builds.chatlink.Profession;

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
        var profession = listing.profession().map(Profession::code);
        var specialization = listing.specialization();
        if (profession.isPresent() && specialization.isPresent()) {
            facts.add(Document.both(profession.get(), specialization.get()));
        } else {
            profession.map(Document::profession).ifPresent(facts::add);
            specialization.map(Document::specialization).ifPresent(facts::add);
        }
        listing.role().ifPresent(r -> facts.add(Document.role(r)));
        listing.tag().ifPresent(t -> facts.add(Document.tag(t)));
        var words = listing.q()
                .map(text -> Words.of(text).stream().limit(MOST_WORDS).toList());
        if (words.filter(List::isEmpty).isPresent()) facts.add(NOTHING);
        return new Wanted(seen, facts, words.orElse(List.of()));
    }
}

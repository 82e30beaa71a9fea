package org.wvwbuilder.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Tells people what is kept about them, at {@code GET /api/v1/users/me/export}, and lets go of it with their account. Offered
 * by every plugin that keeps something of an account: {@code new Contribution.Offer<>(PersonalData.class, notes)}.
 *
 * {@snippet lang=java :
 * record PersonalNotes(Map<String, List<String>> byAuthor) implements PersonalData {
 *     public String name() {
 *         return "notes";
 *     }
 *
 *     public Stream<Map<String, Object>> of(String accountId) {
 *         return byAuthor.getOrDefault(accountId, List.of()).stream().map(text -> Map.of("text", text));
 *     }
 *
 *     @Override
 *     public void forget(String accountId) {
 *         byAuthor.remove(accountId);
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface PersonalData {

    /** What it is, one lower-case word: {@code builds}. */
    String name();

    /**
     * All of it, as texts, numbers, booleans, instants, and lists and maps of these. Gone through while the answer is being
     * sent: {@link #paged} keeps the memory flat where a person may have thousands.
     */
    Stream<Map<String, Object>> of(String accountId);

    /**
     * Deletes all of it: the account is gone. Called two or three minutes after the deletion, whoever did that, and when the
     * server was not running then, after its start; again every minute while it throws, and once after each start of the
     * server for all who went within 400 days. So mostly nothing is left to delete, and that must be no error. Whoever
     * wants to delete at once subscribes to {@link org.wvwbuilder.plugin.event.AccountChanged} besides.
     */
    default void forget(String accountId) {}

    /**
     * Fetches a page when the one before has been gone through, so that one at most is in memory.
     *
     * {@snippet lang=java :
     * BiFunction<String, Optional<Long>, List<Long>> numbersBehind = (account, last) -> List.of();
     * Stream<Long> all = PersonalData.paged(last -> numbersBehind.apply(caller.user().id(), last));
     * }
     *
     * @param page what comes behind the last item of the page before, or first of all; empty at the end. The order must be
     *     one in which a change moves no item to before the place reached, else what changes meanwhile is left out
     */
    static <T> Stream<T> paged(Function<Optional<T>, List<T>> page) {
        return Stream.iterate(
                        page.apply(Optional.empty()),
                        items -> !items.isEmpty(),
                        items -> page.apply(Optional.of(items.getLast())))
                .flatMap(List::stream);
    }
}

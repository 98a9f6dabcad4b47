package zhanggui.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.listings.Page.Money;
import zhanggui.texts.Language;

/**
 * One kind of what people have in hand, such as customers or open deals, and how it is given to others when they leave: a
 * bean for each. Its name stands under {@code holding.<name>}.
 */
public interface Holding {
    String name();

    /** Its place among the others: where deals go may depend on where their customers went. */
    int place();

    /** The list its records stand in. */
    String list();

    /** Whether a filter of that list may choose among it. */
    boolean isFiltered();

    /** Whether it stays with who leaves unless it is asked for, as the credit for what was won does. */
    boolean staysUnlessAsked();

    /** The field that says whose it is; who may not write it gives nothing away. */
    String field();

    /** What whoever gives it away needs, over the owner of the record. */
    List<String> permissions();

    /** All a person has of it, in the order in which it is dealt out evenly. */
    List<Held> of(UUID person, Language language);

    /** How much of it each of some people has; those with nothing are missing. */
    Map<UUID, Tally> tally(Collection<UUID> people);

    /**
     * Gives it away in the caller's transaction, and says in each record's history why. What others changed meanwhile is
     * left alone.
     *
     * @param heirs who gets which record
     * @return of what stayed, why: the name of a text under {@code holding.stays}
     */
    Map<UUID, String> give(UUID person, Map<UUID, UUID> heirs, String why, Viewer by);

    /**
     * @param owner whose the record is, by whom it is reached
     * @param customer the customer it is with, where there is one
     * @param traits what it is sorted into for those who decide, by the list's columns, such as a deal's stage
     */
    record Held(
            UUID id,
            String name,
            @Nullable UUID owner,
            @Nullable UUID customer,
            Map<String, String> traits,
            @Nullable Money amount) {}

    /** @param sums of their amounts, one for each currency */
    record Tally(int number, List<Money> sums) {}

    /** Why something stays. */
    String GONE = "gone";

    String CHANGED_HANDS = "changed-hands";
    String SETTLED = "settled";
    String NOT_ALLOWED = "not-allowed";
    String HEIR_LEFT = "heir-left";

    /** Whether a viewer may give away what is somebody's. */
    default boolean isGivenBy(Viewer viewer, @Nullable UUID owner) {
        return permissions().stream().allMatch(permission -> viewer.may(permission, owner));
    }
}

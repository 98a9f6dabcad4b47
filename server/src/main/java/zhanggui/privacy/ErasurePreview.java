package zhanggui.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure would find, looked at beforehand.
 *
 * @param name what the contact is called
 * @param words what is looked for, with how often it was found
 * @param goes what is deleted or loses its reference to the contact, by kind
 * @param entries entries of the contact's own history, which are emptied
 * @param passages texts around the customer in which words are replaced, the first of them
 * @param more whether there are more
 * @param openDeals open opportunities in which the contact has a part
 */
@Schema(name = "ErasurePreview")
record ErasurePreview(
        UUID contact,
        String name,
        UUID customer,
        String customerName,
        List<Found> words,
        List<Going> goes,
        int entries,
        List<PassageView> passages,
        boolean more,
        int openDeals) {

    @Schema(name = "ErasureWord")
    record Found(String text, PersonalWord.Kind kind, int found) {}

    /** @param label what it is, in the reader's language */
    @Schema(name = "ErasureGoing")
    record Going(String label, int number) {}

    /**
     * @param list where it is a record, the list in which it stands
     * @param before the text before the word, shortened
     * @param word what was found
     */
    @Schema(name = "ErasurePassage")
    record PassageView(
            String label, @Nullable String list, @Nullable UUID record, String before, String word, String after) {}
}

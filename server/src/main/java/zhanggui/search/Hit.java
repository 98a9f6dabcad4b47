package zhanggui.search;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Kind;

/**
 * A record that was found.
 *
 * @param list where it stands
 * @param title what it is called, as far as that is short; of a long text the part that was looked for
 * @param marks which parts of the title were looked for
 * @param beside what tells it from others of the same name
 * @param by what it was found by, where that is not its title
 * @param exact whether all of its words were typed, not a part of them
 * @param own whether whoever asks owns it or takes part in it
 * @param opened whether they opened it lately
 */
@Schema(name = "SearchHit")
record Hit(
        String list,
        UUID id,
        String title,
        List<Mark> marks,
        List<Beside> beside,
        @Nullable By by,
        boolean exact,
        boolean own,
        boolean opened) {

    /** @param text as it is shown; a day or a time in the form of ISO 8601 */
    @Schema(name = "SearchHitBeside")
    record Beside(String column, Kind kind, String text) {}

    /** @param label the heading of the column */
    @Schema(name = "SearchHitBy")
    record By(String label, String text, List<Mark> marks) {}

    /**
     * What was found in one list, the likeliest first.
     *
     * @param label what the list is called
     * @param more whether there is more than is told here
     */
    @Schema(name = "SearchGroup")
    record Group(String list, String label, List<Hit> hits, boolean more) {}
}

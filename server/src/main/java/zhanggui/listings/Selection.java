package zhanggui.listings;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zhanggui.problems.Refused;

/**
 * The rows a bulk action is for: those ticked, or, when none are, all that the list's query finds.
 *
 * @param filter the query's filter as JSON
 * @param all said on purpose when everything the query finds is meant
 */
public record Selection(
        List<UUID> ids, @Nullable JsonNode filter, @Nullable String q, boolean all) {
    private static final int MOST = 10_000;

    public Selection {
        ids = ids == null ? List.of() : List.copyOf(ids);
        if (ids.isEmpty() && !all) throw Refused.invalid("ids", "required");
        if (ids.size() > MOST) throw Refused.invalid("ids", "max");
    }

    public static Selection of(List<UUID> ids) {
        return new Selection(ids, null, null, false);
    }

    ListQuery query() {
        return new ListQuery(
                FilterJson.read(filter == null || filter.isNull() ? null : filter.toString()),
                q,
                List.of(),
                List.of(),
                Place.of(1, 1));
    }
}

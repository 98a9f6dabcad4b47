package zhanggui.views;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zhanggui.listings.Filter;
import zhanggui.views.ViewQuery.Layout;

/**
 * What a view is to be.
 *
 * @param filter as it stands in a URL
 * @param sharing absent for a view of one's own
 * @param version of the view that is changed
 */
record SaveView(
        @NotBlank @Size(max = 60) String name,
        @Nullable JsonNode filter,
        @NotNull @Size(max = 5) List<@NotNull @Size(max = 200) String> sort,
        @NotNull @Size(max = 200) List<@NotNull @Valid ShownColumn> columns,
        @NotNull Layout layout,

        @Nullable @Size(max = 100) String groupBy,

        @Nullable @Valid Sharing sharing,
        @Nullable Integer version) {
    ViewQuery query() {
        var asked = Filter.read(filter == null || filter.isNull() ? null : filter.toString());
        return new ViewQuery(asked, List.copyOf(sort), List.copyOf(columns), layout, groupBy);
    }

    Sharing shared() {
        return sharing == null ? Sharing.NONE : sharing;
    }
}

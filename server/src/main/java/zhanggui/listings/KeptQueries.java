package zhanggui.listings;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** Tells what of a query that is kept, for later or for others, a list can answer for the one who asks now. */
@Component
public class KeptQueries {
    private final Clock clock;
    private final Texts texts;

    KeptQueries(Clock clock, Texts texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** @throws Refused naming the part that the list cannot answer: {@code filter}, {@code sort} or {@code columns} */
    public void require(Listing list, Filter filter, List<String> sort, List<String> columns, Viewer viewer) {
        var sorts = sort.stream().map(ListQuery.Sort::parse).toList();
        var query = new ListQuery(filter, null, sorts, columns, Place.of(1, 1));
        conditions(list, viewer).of(filter);
        Order.of(list, query, viewer);
        for (var key : columns) {
            if (!has(list, key, viewer)) throw Refused.invalid("columns", "column-unknown", key);
        }
    }

    public boolean has(Listing list, String column, Viewer viewer) {
        return list.shown(column, viewer).isPresent();
    }

    /** @param sort a column, or {@code -column} */
    public boolean sorts(Listing list, String sort, Viewer viewer) {
        return list.column(column(sort), viewer).filter(Column::sortable).isPresent();
    }

    /** Whether a condition can be asked. */
    public boolean fits(Listing list, Filter.Compare condition, Viewer viewer) {
        try {
            conditions(list, viewer).of(condition);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    /** @param sort a column, or {@code -column} */
    public static String column(String sort) {
        return ListQuery.Sort.parse(sort).column();
    }

    /** What a column is called, also one that is there no more where its heading is still known. */
    public String heading(Listing list, String column, Viewer viewer) {
        return list.shown(column, viewer)
                .map(c -> c.heading(list.name(), viewer.language(), texts))
                .or(() -> texts.find(viewer.language(), list.name() + "." + column))
                .orElse(column);
    }

    private Conditions conditions(Listing list, Viewer viewer) {
        return new Conditions(list, viewer, clock.instant(), false);
    }
}

package zhanggui.listings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How many rows there are, and the sums of the totalled columns over them. */
record Totals(long count, Map<String, List<Page.Sum>> sums) {
    static final Totals NONE = new Totals(0, Map.of());

    Totals plus(Record r, List<Column> totalled, @Nullable String currency) {
        var next = new LinkedHashMap<>(sums);
        for (var column : totalled) {
            var amount = r.get(column.key(), BigDecimal.class);
            if (amount == null) continue;
            var unit = column.kind() == Kind.MONEY ? currency : null;
            if (column.total() != null) unit = r.get(unit(column), String.class);
            next.merge(column.key(), List.of(new Page.Sum(amount, unit)), Totals::merge);
        }
        return new Totals(count + r.get("n", Long.class), next);
    }

    /** Under which the currency stands in which a column is summed. */
    static String unit(Column column) {
        return column.key() + " unit";
    }

    private static List<Page.Sum> merge(List<Page.Sum> a, List<Page.Sum> b) {
        var all = new ArrayList<>(a);
        for (var sum : b) {
            var same = all.stream()
                    .filter(s -> Objects.equals(s.currency(), sum.currency()))
                    .findFirst();
            same.ifPresent(all::remove);
            all.add(same.map(s -> new Page.Sum(s.amount().add(sum.amount()), s.currency()))
                    .orElse(sum));
        }
        return List.copyOf(all);
    }
}

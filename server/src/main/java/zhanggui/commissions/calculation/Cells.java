package zhanggui.commissions.calculation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.traces.Figures;
import zhanggui.traces.Figures.Sum;

/** Sums by sheet and month, made when they are needed; before the first month lies what counts and does not earn. */
final class Cells<T> {
    static final int BEFORE = -1;
    private final Figures<T> f;
    private final String label;
    private final int months;
    private final List<@Nullable Sum<T>> sums;

    Cells(Figures<T> f, String label, int sheets, int months) {
        this.f = f;
        this.label = label;
        this.months = months + 1;
        this.sums = new ArrayList<>(Collections.nCopies(sheets * (months + 1), null));
    }

    void add(int sheet, int month, T figure) {
        var place = sheet * months + month + 1;
        var sum = sums.get(place);
        if (sum == null) {
            sum = f.sum(label);
            sums.set(place, sum);
        }
        sum.add(figure);
    }

    /** Absent where nothing was added. */
    @Nullable T total(int sheet, int month) {
        var sum = sums.get(sheet * months + month + 1);
        return sum == null ? null : sum.total();
    }

    /** Takes what others counted in the same way. */
    void addAll(Cells<T> others) {
        for (int place = 0; place < sums.size(); place++) {
            var more = others.sums.get(place);
            if (more == null) continue;
            var sum = sums.get(place);
            if (sum == null) sums.set(place, more);
            else sum.add(more.total());
        }
    }
}

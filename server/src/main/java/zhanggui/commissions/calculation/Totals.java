package zhanggui.commissions.calculation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.traces.Figures;
import zhanggui.traces.Op;

/** What has been counted so far on each sheet; absent where nothing was. */
final class Totals<T> {
    private final Figures<T> f;
    private final List<@Nullable T> sheets;

    Totals(Figures<T> f, int sheets) {
        this.f = f;
        this.sheets = new ArrayList<>(Collections.nCopies(sheets, null));
    }

    void add(Cells<T> cells, int month) {
        for (int sheet = 0; sheet < sheets.size(); sheet++) {
            var more = cells.total(sheet, month);
            if (more == null) continue;
            var so = sheets.get(sheet);
            sheets.set(sheet, so == null ? more : f.step(Op.SUM, "commission.total", so, more));
        }
    }

    @Nullable T of(int sheet) {
        return sheets.get(sheet);
    }

    T all() {
        var sum = f.sum("commission.total");
        for (var sheet : sheets) if (sheet != null) sum.add(sheet);
        return sum.total();
    }
}

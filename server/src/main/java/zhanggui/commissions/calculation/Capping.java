package zhanggui.commissions.calculation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhanggui.commissions.calculation.Component.Cap;
import zhanggui.commissions.calculation.Earning.Mark;
import zhanggui.periods.FiscalCalendar;
import zhanggui.periods.Period;
import zhanggui.traces.Figures;
import zhanggui.traces.Op;

/** A cap over months, in their order; what it keeps back is paid later or not at all. */
final class Capping<T> {
    private final Figures<T> f;
    private final @Nullable Cap cap;
    private final FiscalCalendar calendar;
    private @Nullable Period period;
    private T available;
    private T paid;
    private T carried;

    Capping(Figures<T> f, @Nullable Cap cap, FiscalCalendar calendar) {
        this.f = f;
        this.cap = cap;
        this.calendar = calendar;
        available = f.zero();
        paid = f.zero();
        carried = f.zero();
    }

    T pay(Period month, T earned, Set<Mark> marks) {
        if (cap == null) return earned;
        if (period == null || !period.contains(month)) {
            period = calendar.around(month, cap.in());
            available = carried;
            paid = f.zero();
        }
        available = f.step(Op.SUM, "commission.available", available, earned);
        var due = f.step(Op.MIN, "commission.capped", available, f.constant("commission.cap", cap.most()));
        if (f.value(available).compareTo(cap.most()) > 0) marks.add(Mark.CAPPED);
        carried = cap.carried() ? f.step(Op.MINUS, "commission.carried", available, due) : f.zero();
        var now = f.step(Op.MINUS, "commission.month", due, paid);
        paid = due;
        return now;
    }

    /** What is kept for later. */
    T carried() {
        return carried;
    }
}

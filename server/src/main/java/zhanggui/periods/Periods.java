package zhanggui.periods;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.company.CompanySettings;
import zhanggui.periods.Period.Kind;
import zhanggui.problems.Refused;

/** The company's periods, and closing them. */
@Service
@Transactional
public class Periods {
    static final String TYPE = "periods";
    private final PeriodStore store;
    private final CompanySettings company;
    private final Audit audit;
    private final Clock clock;

    Periods(PeriodStore store, CompanySettings company, Audit audit, Clock clock) {
        this.store = store;
        this.company = company;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the company divides time. */
    @Transactional(readOnly = true)
    public FiscalCalendar calendar() {
        return new FiscalCalendar(company.get().fiscalYearStartMonth());
    }

    @Transactional(readOnly = true)
    public PeriodStatus status(Period period) {
        return statuses().of(period);
    }

    /** The month that takes what comes late for a locked one: the first that is not locked. */
    @Transactional(readOnly = true)
    public Period firstUnlocked() {
        return statuses().firstUnlocked(calendar());
    }

    MonthStatuses statuses() {
        return new MonthStatuses(store.moved(), company.get().calendar().day(clock.instant()));
    }

    void move(Period month, PeriodStatus to, int version, Viewer viewer) {
        store.lock();
        var now = statuses();
        if (now.version(month) != version)
            throw Refused.stale(Map.of("status", now.of(month), "version", now.version(month)));
        var refused = now.refuses(month, to);
        if (refused != null) throw Refused.because(refused, month.code());
        store.save(month.from(), to, viewer.id());
        var change = new Audit.Changed(
                new Subject(TYPE, null, month.code()), new Described(now.of(month)), new Described(to));
        audit.record(viewer, "changed", List.of(change), Map.of("month", month.code()));
    }

    Period month(String code) {
        return calendar().parse(code).filter(p -> p.kind() == Kind.MONTH).orElseThrow(Refused::notFound);
    }

    /** A month as the log tells of it. */
    record Described(PeriodStatus status) {}
}

package zhanggui.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;

/** The company's working days, as they are told. */
@Service
@Transactional
public class WorkingDays {
    static final String TYPE = "calendar";
    static final String EDIT = "calendar:edit";
    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    private final CalendarStore store;
    private final Audit audit;

    WorkingDays(CalendarStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** All of it; whoever counts much asks once. */
    @Transactional(readOnly = true)
    public BusinessCalendar calendar() {
        return new BusinessCalendar(store.all());
    }

    @Transactional(readOnly = true)
    List<CalendarDay> of(int year) {
        return store.of(year);
    }

    void tell(LocalDate day, TellDay command, Viewer viewer) {
        store.lock();
        var before = store.find(day).orElse(null);
        if ((before == null ? 0 : before.version()) != command.version())
            throw Refused.stale(before == null ? Map.of("day", day, "version", 0) : before);
        take(day, command.cleaned(), before, viewer);
    }

    /** Takes all or none. @return how many days changed */
    int paste(String text, Viewer viewer) {
        var pasted = PastedDays.of(text);
        if (!pasted.problems().isEmpty()) throw Refused.invalid(pasted.problems());
        store.lock();
        var changed = 0;
        for (var one : pasted.days()) {
            if (take(one.day(), one.told(), store.find(one.day()).orElse(null), viewer)) changed++;
        }
        return changed;
    }

    private boolean take(LocalDate day, TellDay told, @Nullable CalendarDay before, Viewer viewer) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) throw Refused.invalid("day", "calendar-years");
        if (before != null && says(told, before)) return false;
        if (told.works() == null) {
            if (before == null) return false;
            store.forget(day);
        } else {
            store.save(day, told.works(), told, viewer.id());
        }
        var change = new Audit.Changed(
                new Subject(TYPE, null, day.toString()),
                Described.of(day, before),
                Described.of(day, store.find(day).orElse(null)));
        audit.record(viewer, "changed", List.of(change), Map.of("day", day.toString()));
        return true;
    }

    private static boolean says(TellDay told, CalendarDay before) {
        return Objects.equals(told.works(), before.works())
                && Objects.equals(told.nameZh(), before.nameZh())
                && Objects.equals(told.nameEn(), before.nameEn());
    }

    /** A day as the log tells of it. */
    record Described(
            Works works, @Nullable String nameZh, @Nullable String nameEn) {
        enum Works {
            WORKING,
            OFF
        }

        static Described of(LocalDate day, @Nullable CalendarDay told) {
            var works = told == null ? BusinessCalendar.byWeek(day) : told.works();
            return new Described(
                    works ? Works.WORKING : Works.OFF,
                    told == null ? null : told.nameZh(),
                    told == null ? null : told.nameEn());
        }
    }
}

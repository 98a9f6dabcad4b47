package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhanggui.periods.Period;

/**
 * Somebody under a plan for a time 方案分配.
 *
 * @param from the first day
 * @param to the first day on which it does not hold any more
 * @param countsFrom from which day on credits count towards tiers and quota; earlier than {@code from} where a plan goes on
 *     from another one within a period instead of beginning anew
 * @param quotas what has to be reached in a whole period, by component; {@code component@period} for a single period
 * @param incentive what reaching it pays in a whole period, altogether
 * @param days how the part of a period is measured in which it holds
 */
public record Participation(
        String person,
        PlanVersion plan,
        LocalDate from,
        LocalDate to,
        LocalDate countsFrom,
        Map<String, BigDecimal> quotas,
        BigDecimal incentive,
        DayCount days) {

    /** How many days lie between two, such as calendar days or working days. */
    @FunctionalInterface
    public interface DayCount {
        DayCount CALENDAR = (from, to) -> (int) ChronoUnit.DAYS.between(from, to);

        int between(LocalDate from, LocalDate to);
    }

    public Participation {
        if (!from.isBefore(to)) throw new IllegalArgumentException("nobody takes part for no time");
        if (countsFrom.isAfter(from)) throw new IllegalArgumentException("what earns counts");
        quotas = Map.copyOf(quotas);
    }

    public static Participation of(String person, PlanVersion plan, LocalDate from, LocalDate to) {
        return new Participation(person, plan, from, to, from, Map.of(), BigDecimal.ZERO, DayCount.CALENDAR);
    }

    boolean counts(LocalDate day) {
        return !day.isBefore(countsFrom) && day.isBefore(to);
    }

    /** Whether it pays anything for a month. */
    boolean pays(Period month) {
        return from.isBefore(month.to()) && to.isAfter(month.from());
    }

    public Participation with(Map<String, BigDecimal> quotas, BigDecimal incentive) {
        return new Participation(person, plan, from, to, countsFrom, quotas, incentive, days);
    }

    /** Absent where there is none. */
    @Nullable BigDecimal quota(Component component, Period period) {
        var single = quotas.get(component.code() + "@" + period.code());
        return single != null ? single : quotas.get(component.code());
    }

    /** How many days of a period count. */
    int active(Period period) {
        var first = countsFrom.isAfter(period.from()) ? countsFrom : period.from();
        var end = to.isBefore(period.to()) ? to : period.to();
        return first.isBefore(end) ? days.between(first, end) : 0;
    }

    int whole(Period period) {
        return days.between(period.from(), period.to());
    }

    /** The same for anybody with the same name, plan and time. */
    String key() {
        return person + "|" + plan.id() + "|" + from;
    }
}

/**
 * The company's working days 工作日历: the week, and what departs from it, which are holidays and the working days that make
 * up for them (调休). Known years come with it; administrators tell the others.
 *
 * <p>{@link zhanggui.calendar.WorkingDays} gives the {@link zhanggui.calendar.BusinessCalendar}, which counts.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "listings", "problems", "texts"})
@NullMarked
package zhanggui.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

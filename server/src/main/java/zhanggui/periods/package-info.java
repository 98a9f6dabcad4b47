/**
 * Fiscal years with their halves, quarters and months 期间, and how far each month is: what is computed for a month changes
 * until it is locked, and never again.
 *
 * <p>{@link zhanggui.periods.FiscalCalendar} divides time, without knowing any company; {@link zhanggui.periods.Periods}
 * knows the company's and which months are closed.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "company", "listings", "problems", "texts"})
@NullMarked
package zhanggui.periods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

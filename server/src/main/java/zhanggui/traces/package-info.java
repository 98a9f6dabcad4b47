/**
 * Explanations of numbers 解释链: what a number is made of, down to business records, and what was done with them by which
 * version of which rule. An explanation can be computed again and gives the same number; two of them compared say why a
 * number changed.
 *
 * <p>A calculation is written once, against {@link zhanggui.traces.Figures}; it runs bare, or leaving a {@link
 * zhanggui.traces.Trace} behind. Nothing in here knows Spring or SQL.
 */
@ApplicationModule(allowedDependencies = {"amounts"})
@NullMarked
package zhanggui.traces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

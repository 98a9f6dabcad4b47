/**
 * Refusals: the one way a rule says no ({@link zhanggui.problems.Refused}) and the one place where that becomes an RFC
 * 9457 answer in the reader's language.
 *
 * <p>A module lists its own reasons in an enum that implements {@link zhanggui.problems.Reason}; the texts stand in its
 * texts file under {@code problem.<code>}.
 */
@ApplicationModule(allowedDependencies = {"texts"})
@NullMarked
package zhanggui.problems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

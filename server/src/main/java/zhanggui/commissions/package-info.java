/**
 * Commission 提成: what sales earn those who make them, by versioned plans.
 *
 * <p>{@code calculation} is the whole of the arithmetic as pure functions, without Spring and SQL, so that it runs the same
 * on a server, in a simulation and on a cluster: the same facts and rules give the same bytes, whatever the order, the
 * batches and the number of threads. Plans can be tried on deals that are sent along.
 */
@ApplicationModule(allowedDependencies = {"access", "amounts", "periods", "problems", "rules", "texts", "traces"})
@NullMarked
package zhanggui.commissions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

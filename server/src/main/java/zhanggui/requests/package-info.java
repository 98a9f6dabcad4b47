/**
 * What a client may send twice: a creating request with an {@code Idempotency-Key} has its effect once, and is answered
 * the same each time. The key is stored in the transaction of the effect.
 *
 * <p>Also how much is worked on at once ({@code AdmissionFilter}), and how the server takes leave before it stops ({@code
 * Draining}), and how long requests took ({@code Timings}).
 */
@ApplicationModule(allowedDependencies = {"access", "problems", "texts"})
@NullMarked
package zhanggui.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

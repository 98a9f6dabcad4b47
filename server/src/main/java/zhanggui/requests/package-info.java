/**
 * What a client may send twice: a creating request with an {@code Idempotency-Key} has its effect once, and is answered
 * the same each time. The key is stored in the transaction of the effect.
 */
@ApplicationModule(allowedDependencies = {"access", "problems"})
@NullMarked
package zhanggui.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

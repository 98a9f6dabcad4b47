/**
 * Long work with progress, cancelling and a report, surviving a crash of the server.
 *
 * <p>A module offers work as a {@link zhanggui.jobs.JobKind} bean and starts it with {@link zhanggui.jobs.Jobs}, in the
 * transaction of the command that asks for it. A job begins anew after a crash; it ends in the transaction of its work's
 * last step, so that work is neither lost nor done twice. Work of several transactions remembers how far it came.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "database", "listings", "problems", "texts"})
@NullMarked
package zhanggui.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

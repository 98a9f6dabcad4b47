/**
 * Handing over 交接 what somebody who leaves had in hand: customers, open deals, tasks and places in teams go to chosen
 * successors, looked at beforehand, done as a job, and kept as a record of its own.
 *
 * <p>What there is to hand over, each module says by a {@link zhanggui.people.Holding} bean; {@link
 * zhanggui.handovers.Handovers} is the way in.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "accounts",
            "audit",
            "jobs",
            "listings",
            "notices",
            "people",
            "problems",
            "texts"
        })
@NullMarked
package zhanggui.handovers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

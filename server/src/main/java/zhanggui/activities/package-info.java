/**
 * Follow-ups 跟进: what was done with a customer and what is to be done next, on customers, contacts and opportunities.
 *
 * <p>{@link zhanggui.activities.Activities} and {@link zhanggui.activities.Tasks} are the ways in. Whoever may see a
 * record sees its timeline; the lists go by who wrote the follow-up or has the task.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "bin",
            "company",
            "customers",
            "customfields",
            "edits",
            "imports",
            "listings",
            "notices",
            "opportunities",
            "people",
            "problems",
            "texts"
        })
@NullMarked
package zhanggui.activities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

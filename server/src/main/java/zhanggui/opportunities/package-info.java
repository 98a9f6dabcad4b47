/**
 * Deals on their way 商机: pipelines and their stages, opportunities with what is to be sold, and how each moved from
 * stage to stage until it was won or lost.
 *
 * <p>{@link zhanggui.opportunities.Opportunities} answers for single ones, {@link
 * zhanggui.opportunities.OpportunityDirectory} is what others join to.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "bin",
            "choices",
            "company",
            "customers",
            "customfields",
            "edits",
            "database",
            "imports",
            "listings",
            "notices",
            "people",
            "problems",
            "products",
            "rates",
            "texts"
        })
@NullMarked
package zhanggui.opportunities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What other currencies are worth in the company's own 汇率: told by days, each from its day until the next.
 *
 * <p>{@link zhanggui.rates.Rates} answers for any day; {@link zhanggui.rates.Rate} converts. Nothing is ever converted
 * without a rate that was told.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "amounts",
            "audit",
            "company",
            "imports",
            "listings",
            "people",
            "problems",
            "texts"
        })
@NullMarked
package zhanggui.rates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

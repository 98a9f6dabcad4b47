/**
 * The demonstration: an invented company with three years of sales, the same for the same seed and day, taken in through
 * the same imports and commands as a real company's files.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "accounts",
            "activities",
            "company",
            "database",
            "imports",
            "jobs",
            "people",
            "problems",
            "texts"
        })
@NullMarked
package zhanggui.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What the figures say: won and lost, win rate, funnel, revenue by month, product, unit and person. Every figure carries
 * the filter that lists the records behind it.
 */
@ApplicationModule(allowedDependencies = {"access", "company", "listings", "people", "problems", "texts"})
@NullMarked
package zhanggui.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

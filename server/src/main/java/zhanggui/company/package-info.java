/** The one company this installation serves: its names, currency, time zone, fiscal year and language. */
@ApplicationModule(allowedDependencies = {"access", "audit", "listings", "problems", "texts"})
@NullMarked
package zhanggui.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The first start: an administrator and a company come to be, guarded by a one-time token printed in the log. */
@ApplicationModule(
        allowedDependencies = {"access", "accounts", "audit", "company", "demo", "people", "problems", "texts"})
@NullMarked
package zhanggui.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

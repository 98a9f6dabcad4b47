/** How lines of the log are written: nothing that somebody sent can look like a line of its own. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhanggui.logs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

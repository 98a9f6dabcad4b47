/**
 * What contacts allow: by which channel they may be approached, since when and by what evidence.
 *
 * <p>It knows contacts as records and keeps what it keeps beside them; whoever may change a contact notes what it said. No
 * other module needs it.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "listings", "people", "problems"})
@NullMarked
package zhanggui.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

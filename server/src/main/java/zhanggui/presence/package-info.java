/**
 * Who has the form of a record open just now, so that two people do not change it past each other unknowingly. Each form
 * says so again and again; who falls silent is gone. It prevents nothing: what is saved late is still refused as stale.
 *
 * <p>Records are any that {@link zhanggui.audit.Records} knows; no other module needs this one.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "problems"})
@NullMarked
package zhanggui.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

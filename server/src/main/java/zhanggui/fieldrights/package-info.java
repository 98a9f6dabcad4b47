/**
 * Rights by field, where they are kept towards clients: what the API shows of a record is written without the fields
 * hidden from whoever asks, and a masked one is shown in full by a click that is logged. What they may do with a field,
 * {@link zhanggui.listings.Listing#level} decides; lists, histories and commands ask it themselves.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "listings", "problems", "texts"})
@NullMarked
package zhanggui.fieldrights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

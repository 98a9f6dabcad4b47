/**
 * Other systems are told what happens here: signed messages to addresses that administrators enter, by the convention of
 * Standard Webhooks. A message says which record of which list was created, changed or deleted, and which fields; whoever
 * gets it asks the API for the rest.
 *
 * <p>Records are heard of from the log, notices from {@link zhanggui.notices.Told}: no module knows of this one.
 * Messages are stored in the transaction of what they tell, sent afterwards, tried again over about a day, and kept with
 * every answer. {@code Guard} keeps requests away from what lies inside the network.
 */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "company", "listings", "notices", "problems", "secrets", "texts"})
@NullMarked
package zhanggui.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The seal on the audit log: some seconds after they are committed, entries are numbered and chained by hashes, so that
 * one that is edited, deleted, put elsewhere or added behind the log's back is found and named, and so is a log cut off
 * at its end.
 *
 * <p>Writers know nothing of it. {@link zhanggui.seals.Sealer} seals, {@link zhanggui.seals.LogVerification} reads
 * everything again, {@link zhanggui.seals.HeadFile} keeps outside the database how far the chain was at a moment. What
 * exactly is hashed stands in {@link zhanggui.seals.Chain}.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "jobs", "problems", "texts"})
@NullMarked
package zhanggui.seals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Changing records a field at a time: in the list itself, and of many at once as a job that tells what became of each.
 *
 * <p>A module offers the fields of its records as an {@link zhanggui.edits.Editing} bean, and says in its {@link
 * zhanggui.listings.Listing} which they are; what else can be done to many is a {@link zhanggui.edits.BulkAction}.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "jobs", "listings", "problems", "texts"})
@NullMarked
package zhanggui.edits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

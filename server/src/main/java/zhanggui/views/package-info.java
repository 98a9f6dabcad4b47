/**
 * Saved views: queries of lists that people keep under a name, for themselves or shared with departments, roles or
 * everybody; with what each list opens with, and which columns a person likes.
 *
 * <p>It stands beside the lists and gives nobody a row: what a view finds, {@link zhanggui.listings.Lists} answers under
 * the reader's own rights. No other module needs it.
 */
@ApplicationModule(allowedDependencies = {"access", "accounts", "audit", "listings", "people", "problems", "texts"})
@NullMarked
package zhanggui.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

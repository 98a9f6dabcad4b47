/**
 * Lists: filter, search, sort, page, total, group and export, described once by a {@link zhanggui.listings.Listing} and
 * answered by {@link zhanggui.listings.Lists}, which cannot run without a viewer.
 *
 * <p>A module joins by declaring a {@code Listing} bean; the web client draws table, filters and cells from the same
 * description. An export is announced as {@link zhanggui.listings.ListExported}.
 */
@ApplicationModule(allowedDependencies = {"access", "problems", "texts"})
@NullMarked
package zhanggui.listings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

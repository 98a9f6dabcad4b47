/**
 * What people say to each other about a record, whatever it is, and who follows one: every list with {@link
 * zhanggui.listings.Listing#titled} has it. Whoever may read the record reads and writes comments on it; speaking to
 * somebody gives them nothing they could not see before.
 *
 * <p>Both are told of by {@code notices}. Whoever else wants to know of it listens for {@link zhanggui.comments.Mentioned} and {@link zhanggui.comments.Commented}
 * and asks {@link zhanggui.comments.Followers} who wants to know.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "bin", "listings", "notices", "people", "problems"})
@NullMarked
package zhanggui.comments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

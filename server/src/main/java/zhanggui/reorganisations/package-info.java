/**
 * Reorganisations 组织调整: drafts of another organisation that is to hold from a day on, looked at with all their effects
 * before they are applied as a whole.
 *
 * <p>{@link zhanggui.reorganisations.Reorganisations} is the way in. What a draft would do is found out by doing it, with
 * the commands of {@link zhanggui.people.Units}, {@link zhanggui.people.Seats} and {@link zhanggui.people.Occupations},
 * and undoing it again; what people have in hand, the {@link zhanggui.people.Holding} beans tell.
 */
@ApplicationModule(allowedDependencies = {"access", "accounts", "audit", "listings", "people", "problems", "texts"})
@NullMarked
package zhanggui.reorganisations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

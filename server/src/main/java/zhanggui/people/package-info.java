/**
 * The organisation: people, the tree of units, the seats in it, and who sits where from day to day.
 *
 * <p>{@link zhanggui.people.Organisations} answers for any day; {@link zhanggui.people.Directory} is what others join
 * to for names. {@link zhanggui.people.People}, {@link zhanggui.people.Units}, {@link zhanggui.people.Seats} and {@link
 * zhanggui.people.Occupations} change it. Nothing that was true is rewritten: changes hold from a day on.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "company", "imports", "listings", "problems", "texts"})
@NullMarked
package zhanggui.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

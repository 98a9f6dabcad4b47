/**
 * Lists of values a company keeps for itself, such as industries or reasons for losing. A module declares a {@link
 * zhanggui.choices.ChoiceList} bean with what a company starts with; {@link zhanggui.choices.Choices} answers and changes.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "database", "listings", "problems", "texts"})
@NullMarked
package zhanggui.choices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

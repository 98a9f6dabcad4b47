/**
 * Files on their way in: read, mapped, checked without a trace, then taken in whole or not at all.
 *
 * <p>A module joins by an {@link zhanggui.imports.ImportKind} bean, whose {@link zhanggui.imports.ImportSession} puts
 * rows through the same commands and rules as the screens. A check is the same pass, undone at its end; the jobs module
 * runs both.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "jobs", "listings", "problems", "texts"})
@NullMarked
package zhanggui.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

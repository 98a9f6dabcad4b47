/**
 * The recycle bin 回收站: what people delete is kept for a while, with all that hangs on it, and can be put back; what was
 * merged into another can be taken apart again.
 *
 * <p>{@link zhanggui.bin.Bin} is the way in. A module calls it before it deletes a record; what belongs to the record it
 * learns from the foreign keys of the database, and from {@link zhanggui.bin.Hanging} where rows hang on records of any
 * list. Whoever counts what comes and goes listens for {@link zhanggui.bin.Restored}.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "edits", "listings", "problems", "texts"})
@NullMarked
package zhanggui.bin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

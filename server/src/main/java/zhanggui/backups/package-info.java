/**
 * Backups of everything the company has, bringing them back, copies for trying things, and how the system is.
 *
 * <p>The way in are the commands of {@link zhanggui.backups.Commands} and a page for administrators. {@code archive} is
 * the file, {@code copying} takes the state of the database out and brings it back. A module says what concerns it in
 * SQL: a table whose comment begins {@code not in backups} stays out, a file in {@code db/neutralize} makes a copy
 * harmless, one in {@code db/restored} follows a restore.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "company",
            "database",
            "files",
            "jobs",
            "listings",
            "notices",
            "problems",
            "texts"
        })
@NullMarked
package zhanggui.backups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The rights of the people whom contacts stand for: what they allow (by which channel they may be approached, since when
 * and by what evidence), what is known of them, that it is erased, and for how long it is kept.
 *
 * <p>It knows contacts as records and keeps what it keeps beside them. What belongs to a contact, and where texts stand
 * that may name it, it asks the database's catalogue: a module that comes later takes part by its foreign keys. No other
 * module needs this one.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "bin",
            "company",
            "edits",
            "files",
            "jobs",
            "listings",
            "people",
            "problems",
            "texts"
        })
@NullMarked
package zhanggui.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

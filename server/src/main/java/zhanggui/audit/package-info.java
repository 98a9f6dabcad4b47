/**
 * The log of who did what, when and from where. Every command adds to it in its own transaction through {@link
 * zhanggui.audit.Audit}; nothing changes or removes an entry, and the database sees to that.
 *
 * <p>{@link zhanggui.audit.Logged} tells of it those who hang something on records without their modules knowing, and
 * {@link zhanggui.audit.Records} tells them what a record is called and whether a viewer may read it.
 *
 * <p>Every list has a history by what is logged of its records; for what stands in no list a module declares a {@link
 * zhanggui.audit.SubjectType}. What people are refused, {@link zhanggui.audit.Denials} writes down.
 */
@ApplicationModule(allowedDependencies = {"access", "listings", "problems", "texts"})
@NullMarked
package zhanggui.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

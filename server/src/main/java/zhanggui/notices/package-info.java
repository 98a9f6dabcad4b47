/**
 * What people are told without asking: notices in the bell, by mail, and by whatever other {@link
 * zhanggui.notices.Channel} there is.
 *
 * <p>That a record changed hands or moved on is heard from the log ({@link zhanggui.audit.Logged}), so that a module
 * whose lists have an owner joins without a line. For anything else there is {@link zhanggui.notices.Notices#tell}, in
 * the transaction of what is told. Nobody is told of what they did themselves or may not read; of very many records they
 * are told once. A module says by a {@link zhanggui.notices.Followers} bean who else works on its records.
 */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "company", "jobs", "listings", "people", "problems", "texts"})
@NullMarked
package zhanggui.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

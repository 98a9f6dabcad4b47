/**
 * Who is asking, and how far their sight reaches: the words of rights, without accounts or storage.
 *
 * <p>A {@link zhanggui.access.Viewer} is an argument of every read and every command. A module declares its {@link
 * zhanggui.access.Permission}s as a bean; a {@link zhanggui.access.Scope} turns a viewer's reach into SQL.
 */
@ApplicationModule(allowedDependencies = {"problems", "texts"})
@NullMarked
package zhanggui.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

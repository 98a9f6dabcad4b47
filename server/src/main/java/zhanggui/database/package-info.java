/**
 * The PostgreSQL under everything: an embedded one in the data folder, or the configured one; its roles, its version.
 *
 * <p>The server's data source, migrations and jOOQ follow from here. Large work ends with {@link
 * zhanggui.database.Statistics}; jobs do so by themselves.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhanggui.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

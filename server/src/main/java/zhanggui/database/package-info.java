/**
 * The PostgreSQL under everything: an embedded one in the data folder, or the configured one; its roles, its version.
 *
 * <p>Nothing to call: the server's data source, migrations and jOOQ follow from here.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhanggui.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

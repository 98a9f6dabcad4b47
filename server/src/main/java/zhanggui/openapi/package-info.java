/**
 * The description of the API at {@code /api/openapi.json}: what is always there, what may be missing, each document under
 * a name of its own. The web client's types are made of it. Nothing to call.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhanggui.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

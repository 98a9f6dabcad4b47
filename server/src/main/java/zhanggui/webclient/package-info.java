/** Serves the web client: its files, and its one page for every address that is not the API's. */
@ApplicationModule(allowedDependencies = "headers")
@NullMarked
package zhanggui.webclient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What the database must hold but must not tell: {@link zhanggui.secrets.SecretKey} encrypts secrets that have to be read
 * again, such as those of second factors and of webhooks.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhanggui.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

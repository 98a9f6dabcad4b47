/**
 * What every answer tells the browser, whoever made it: what a page may load and do, who may keep an answer, and how the
 * cookie of a session is to be treated.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhanggui.headers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

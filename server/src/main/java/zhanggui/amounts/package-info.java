/**
 * Money and how it is divided: amounts with their currency, rounding at named points only, and shares that add up exactly
 * to what was divided, in one direction or in two.
 *
 * <p>Nothing in here knows Spring or SQL; whatever computes with money may use it anywhere.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhanggui.amounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Second factors as such: codes of an app, codes for emergencies, and how both are kept. */
@NullMarked
package zhanggui.accounts.factors;

import org.jspecify.annotations.NullMarked;

/** The arithmetic of commission: pure, exact, and the same in any order. */
@NullMarked
package zhanggui.commissions.calculation;

import org.jspecify.annotations.NullMarked;

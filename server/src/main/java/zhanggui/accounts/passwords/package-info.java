/** Passwords as such: which may be chosen, how they are kept, and how many are looked at in one moment. */
@NullMarked
package zhanggui.accounts.passwords;

import org.jspecify.annotations.NullMarked;

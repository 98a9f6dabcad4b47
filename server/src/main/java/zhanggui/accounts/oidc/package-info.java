/** The company's own sign-in, by OpenID Connect: going there and coming back with what it says of somebody. */
@NullMarked
package zhanggui.accounts.oidc;

import org.jspecify.annotations.NullMarked;

/**
 * Who may sign in and what they may do: accounts, roles, sessions and tokens. Every request's {@link
 * zhanggui.access.Viewer} is made here, from what is stored at that moment. {@link
 * zhanggui.accounts.Accounts} opens and changes accounts.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "company",
            "imports",
            "listings",
            "people",
            "problems",
            "secrets",
            "texts"
        })
@NullMarked
package zhanggui.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

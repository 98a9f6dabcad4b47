package zhanggui.accounts.oidc;

import org.jspecify.annotations.Nullable;

/**
 * What the company's sign-in says of somebody.
 *
 * @param email only where it says that it has verified it
 */
public record Claims(
        String subject, @Nullable String email, @Nullable String username) {
    /** What the log calls them. */
    public String name() {
        if (username != null) return username;
        return email != null ? email : subject;
    }
}

package zhanggui.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session is worth at this moment.
 *
 * @param missing what has to be done before anything is answered
 */
record Standing(
        SignedIn signedIn,
        AccountStore.Account account,
        @Nullable Step missing) {
    private static final String ATTRIBUTE = Standing.class.getName();

    enum Step {
        /** Showing the second factor. */
        CODE,
        /** Setting one up. */
        ENROLMENT
    }

    static Standing of(SignedIn signedIn, AccountStore.Account account) {
        return new Standing(signedIn, account, missing(signedIn, account));
    }

    private static @Nullable Step missing(SignedIn signedIn, AccountStore.Account account) {
        return switch (signedIn.proof()) {
            case PROVIDER, PERSONA -> null;
            case PASSWORD -> account.hasFactor() ? Step.CODE : enrolment(account);
            case CODE -> account.hasFactor() ? null : enrolment(account);
        };
    }

    private static @Nullable Step enrolment(AccountStore.Account account) {
        return account.needsFactor() ? Step.ENROLMENT : null;
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** That of the session of a request; empty where nobody has signed in. */
    static Optional<Standing> in(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Standing standing ? Optional.of(standing) : Optional.empty();
    }

    static void leave(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
    }
}

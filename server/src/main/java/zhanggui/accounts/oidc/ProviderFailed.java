package zhanggui.accounts.oidc;

/** Somebody came back from the company's sign-in with nothing that can be trusted; the reason is for the log. */
public class ProviderFailed extends Exception {
    ProviderFailed(String reason) {
        super(reason);
    }

    ProviderFailed(Exception cause) {
        super(cause.getMessage(), cause);
    }
}

package zhanggui.accounts;

import zhanggui.problems.Reason;

/** Why accounts refuse. */
enum AccountReasons implements Reason {
    SIGN_IN_FAILED("sign-in-failed", 401),
    TOO_MANY_ATTEMPTS("too-many-attempts", 429),
    PASSWORDS_OFF("passwords-off", 403),
    SECOND_FACTOR_ON("second-factor-on", 409),
    NO_SECRET_KEY("no-secret-key", 409),
    LAST_ADMINISTRATOR("last-administrator", 409),
    ROLE_IN_USE("role-in-use", 409),
    NOT_DEMO("not-demo", 404);

    private final String code;
    private final int status;

    AccountReasons(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}

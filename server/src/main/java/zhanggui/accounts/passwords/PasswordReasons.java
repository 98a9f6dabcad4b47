package zhanggui.accounts.passwords;

import zhanggui.problems.Reason;

/** Why a password is not looked at. */
enum PasswordReasons implements Reason {
    SIGN_IN_BUSY("sign-in-busy", 503);

    private final String code;
    private final int status;

    PasswordReasons(String code, int status) {
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

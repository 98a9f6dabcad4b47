package zhanggui.setup;

import zhanggui.problems.Reason;

/** Why setting up is refused. */
enum SetupReasons implements Reason {
    WRONG_TOKEN("setup-token-wrong", 422),
    DONE("setup-done", 404);

    private final String code;
    private final int status;

    SetupReasons(String code, int status) {
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

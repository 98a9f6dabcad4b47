package zhanggui.views;

import zhanggui.problems.Reason;

/** Why views refuse. */
enum ViewReasons implements Reason {
    TOO_MANY_VIEWS("too-many-views");

    private final String code;

    ViewReasons(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 409;
    }
}

package zhanggui.bin;

import zhanggui.problems.Reason;

/** Why something cannot be put back or merged. */
enum BinReason implements Reason {
    /** Something with the same number, code or external id has come meanwhile. */
    TAKEN("bin.taken"),
    /** What it belongs to is gone. */
    HOMELESS("bin.homeless"),
    /** The one it was merged into is gone itself. */
    KEPT_GONE("bin.kept-gone");

    private final String code;

    BinReason(String code) {
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

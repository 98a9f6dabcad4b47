package zhanggui.privacy;

import zhanggui.problems.Reason;

/** Why erasing refuses. */
enum ErasureReasons implements Reason {
    RUNNING("erasure-running"),
    OVER("erasure-over");

    private final String code;

    ErasureReasons(String code) {
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

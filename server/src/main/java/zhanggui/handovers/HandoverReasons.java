package zhanggui.handovers;

import zhanggui.problems.Reason;

/** Why hand-overs refuse. */
enum HandoverReasons implements Reason {
    RUNNING("handover-running"),
    OVER("handover-over");

    private final String code;

    HandoverReasons(String code) {
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

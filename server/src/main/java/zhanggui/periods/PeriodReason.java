package zhanggui.periods;

import zhanggui.problems.Reason;

/** Why a month does not go where it is sent. */
enum PeriodReason implements Reason {
    LOCKED("month-locked"),
    NOT_NEXT("month-not-next"),
    EARLIER_OPEN("month-earlier-open"),
    NOT_BEGUN("month-not-begun");

    private final String code;

    PeriodReason(String code) {
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

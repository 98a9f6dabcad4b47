package zhanggui.reorganisations;

import zhanggui.problems.Reason;

/** Why a draft of the organisation cannot be worked on or applied. */
enum ReorganisationReasons implements Reason {
    OVER("reorganisation-over"),
    DAY_PAST("reorganisation-day-past"),
    NOTHING("reorganisation-nothing"),
    UNFIT("reorganisation-unfit"),
    MEANWHILE("reorganisation-meanwhile"),
    STEP_CHANGED("reorganisation-step-changed"),
    STEP_GONE("reorganisation-step-gone"),
    TOO_MANY("reorganisation-too-many");

    private final String code;

    ReorganisationReasons(String code) {
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

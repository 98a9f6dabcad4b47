package zhanggui.opportunities;

import zhanggui.problems.Reason;

enum OpportunityReason implements Reason {
    STILL_CLOSED("opportunity-still-closed"),
    NOT_CLOSED("opportunity-not-closed"),
    RATE_FIXED("opportunity-rate-fixed"),
    NO_RATE("opportunity-no-rate"),
    COMPANY_CURRENCY("opportunities-keep-currency");

    private final String code;

    OpportunityReason(String code) {
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

package zhanggui.rates;

import zhanggui.problems.Reason;

/** Why rates refuse. */
enum RateReason implements Reason {
    COMPANY_CURRENCY("rates-keep-currency");

    private final String code;

    RateReason(String code) {
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

package zhanggui.customers;

import zhanggui.problems.Reason;

/** Why customers refuse. */
enum CustomerReasons implements Reason {
    DUPLICATE("customers.duplicate"),
    HAS_SUBSIDIARIES("customers.has-subsidiaries"),
    REVENUES_KEEP_CURRENCY("revenues-keep-currency"),
    HAS_OPPORTUNITIES("customers.has-opportunities");

    private final String code;

    CustomerReasons(String code) {
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

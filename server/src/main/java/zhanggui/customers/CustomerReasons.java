package zhanggui.customers;

import zhanggui.problems.Reason;

/** Why customers refuse. */
enum CustomerReasons implements Reason {
    DUPLICATE("customers.duplicate"),
    HAS_SUBSIDIARIES("customers.has-subsidiaries"),
    REVENUES_KEEP_CURRENCY("revenues-keep-currency"),
    HAS_OPPORTUNITIES("customers.has-opportunities"),
    /** They are contacts of two customers: these are to be merged first. */
    CONTACTS_APART("customers.contacts-apart");

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

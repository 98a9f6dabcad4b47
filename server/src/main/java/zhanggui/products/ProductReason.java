package zhanggui.products;

import zhanggui.problems.Reason;

enum ProductReason implements Reason {
    CATEGORY_IN_USE("category-in-use");

    private final String code;

    ProductReason(String code) {
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

package zhanggui.products;

/** Whether a product is still sold. */
enum Status {
    ACTIVE,
    RETIRED
}

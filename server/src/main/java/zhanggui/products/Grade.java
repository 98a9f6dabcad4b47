package zhanggui.products;

/** Where a product stands in the range 高/中/低. */
public enum Grade {
    HIGH,
    MIDDLE,
    LOW
}

package zhanggui.backups;

import java.util.Objects;

/** Which version of the program this is. */
final class Product {
    private Product() {}

    static String version() {
        return Objects.requireNonNullElse(Product.class.getPackage().getImplementationVersion(), "development");
    }
}

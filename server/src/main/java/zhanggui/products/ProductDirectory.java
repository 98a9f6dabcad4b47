package zhanggui.products;

import static zhanggui.products.db.Tables.PRODUCT;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;

/** Products as a relation others may join: the only rows of this module that leave it as SQL. */
public final class ProductDirectory {
    private ProductDirectory() {}

    /**
     * Products under an alias of their own; join {@link #table} on {@link #id}.
     *
     * @param grade the name of a {@link Grade}
     */
    public record ProductsAs(
            Table<?> table,
            Field<UUID> id,
            Field<String> name,
            Field<String> code,
            Field<String> series,
            Field<String> grade,
            Field<UUID> categoryId) {}

    public static ProductsAs as(String alias) {
        var p = PRODUCT.as(alias);
        return new ProductsAs(p, p.ID, p.NAME, p.CODE, p.SERIES, p.GRADE, p.CATEGORY_ID);
    }
}

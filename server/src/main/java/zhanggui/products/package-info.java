/**
 * What the company sells: products in a tree of categories, the other names they go by, and list prices from day to day.
 *
 * <p>{@link zhanggui.products.Products} answers for names and prices, {@link zhanggui.products.ProductDirectory} is what
 * others join to, {@link zhanggui.products.ProductVocabulary} finds products in files.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "company",
            "customfields",
            "edits",
            "imports",
            "listings",
            "people",
            "problems",
            "texts"
        })
@NullMarked
package zhanggui.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

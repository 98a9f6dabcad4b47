package zhanggui.products;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Violations;
import zhanggui.products.ProductCommands.NewPrice;
import zhanggui.products.ProductCommands.NewProduct;

/** Holds what a row of a file makes of a product against the rules of the screen. */
@Component
class ProductChecks {
    private static final int LONGEST_EXTERNAL_ID = 100;
    private final Validator validator;

    ProductChecks(Validator validator) {
        this.validator = validator;
    }

    /** What speaks against it, by the fields of the file. */
    List<FieldProblem> of(Product product, @Nullable NewPrice price, ImportRow row) {
        var command = new NewProduct(
                product.code(),
                product.name(),
                product.nameEn(),
                product.category(),
                product.series(),
                product.grade(),
                product.unit(),
                product.description(),
                product.aliases(),
                price == null ? List.of() : List.of(price),
                null);
        var problems = new ArrayList<FieldProblem>();
        for (var problem : Violations.of(command, validator)) {
            problems.add(new FieldProblem(field(problem.field()), problem.code(), problem.arguments()));
        }
        var externalId = row.text("externalId");
        if (externalId != null && externalId.length() > LONGEST_EXTERNAL_ID) {
            problems.add(FieldProblem.of("externalId", "size"));
        }
        return problems;
    }

    private static String field(String path) {
        return switch (path) {
            case "prices[0].amount" -> "price";
            case "prices[0].currency" -> "currency";
            default -> path.replaceFirst("\\[.*", "");
        };
    }
}

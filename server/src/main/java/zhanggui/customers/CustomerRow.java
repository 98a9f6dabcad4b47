package zhanggui.customers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;

/**
 * What a row of a file says of a customer and of one of its contacts.
 *
 * @param contact absent when the row names none
 * @param problems what could not be read
 */
record CustomerRow(SaveCustomer customer, Optional<SaveContact> contact, List<FieldProblem> problems) {
    private static final List<String> CONTACT = List.of(
            "contactName",
            "contactTitle",
            "contactDepartment",
            "contactRole",
            "contactMobile",
            "contactPhone",
            "contactEmail",
            "contactWechat",
            "contactBirthday",
            "contactNote");

    /**
     * @param was what the customer is already; what the row does not mention stays so
     * @param custom what the row says of custom fields, by code
     */
    static CustomerRow read(ImportRow row, SaveCustomer was, Map<String, @Nullable Object> custom) {
        var problems = new ArrayList<FieldProblem>();
        var customer = new SaveCustomer(
                Objects.requireNonNullElse(row.text("name"), was.name()),
                text(row, "nameEn", was.nameEn()),
                text(row, "shortName", was.shortName()),
                text(row, "creditCode", was.creditCode()),
                was.parent(),
                text(row, "industry", was.industry()),
                row.has("employees") ? whole(row.number("employees"), problems) : was.employees(),
                row.has("annualRevenue") ? row.number("annualRevenue") : was.annualRevenue(),
                row.has("level") ? one(CustomerLevel.values(), "level", row, problems) : was.level(),
                text(row, "source", was.source()),
                text(row, "country", was.country()),
                text(row, "province", was.province()),
                text(row, "city", was.city()),
                text(row, "district", was.district()),
                text(row, "address", was.address()),
                text(row, "site", was.site()),
                text(row, "phone", was.phone()),
                row.has("tags") ? row.tags("tags") : was.tags(),
                row.has("status") ? one(CustomerStatus.values(), "status", row, problems) : was.status(),
                text(row, "description", was.description()),
                row.has("owner") ? row.id("owner") : was.owner(),
                text(row, "externalId", was.externalId()),
                custom.isEmpty() ? null : custom,
                null,
                null);
        return new CustomerRow(customer, contact(row, problems), problems);
    }

    private static Optional<SaveContact> contact(ImportRow row, List<FieldProblem> problems) {
        if (CONTACT.stream().noneMatch(row::has)) return Optional.empty();
        return Optional.of(new SaveContact(
                Objects.requireNonNullElse(row.text("contactName"), ""),
                row.text("contactTitle"),
                row.text("contactDepartment"),
                one(ContactRole.values(), "contactRole", row, problems),
                row.text("contactMobile"),
                row.text("contactPhone"),
                row.text("contactEmail"),
                row.text("contactWechat"),
                row.date("contactBirthday"),
                false,
                row.text("contactNote"),
                null,
                null,
                null));
    }

    private static @Nullable String text(ImportRow row, String key, @Nullable String was) {
        return row.has(key) ? row.text(key) : was;
    }

    private static @Nullable Integer whole(@Nullable BigDecimal number, List<FieldProblem> problems) {
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            problems.add(FieldProblem.of("employees", "digits"));
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E one(
            E[] values, String key, ImportRow row, List<FieldProblem> problems) {
        var name = row.text(key);
        if (name == null) return null;
        var found = Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst();
        if (found.isEmpty()) problems.add(FieldProblem.of(key, "unknown", name));
        return found.orElse(null);
    }
}

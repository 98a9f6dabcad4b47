package zhanggui.customers;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.FieldProblem;

/**
 * What a person enters of a customer, to make it or to change it.
 *
 * @param creditCode unified social credit code 统一社会信用代码
 * @param industry a value of the choices {@code industries}
 * @param annualRevenue per year, in the company's currency
 * @param source a value of the choices {@code sources}
 * @param owner whoever makes it when absent; as it is when absent from a change
 * @param externalId what another system knows it by; kept when absent from a change
 * @param custom the custom fields it mentions, by code; the others stay as they are
 * @param evenIfDuplicate said on purpose when another customer of the same name is meant to be another company
 * @param version the version that was changed; needed to change
 */
public record SaveCustomer(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String nameEn,
        @Nullable @Size(max = 100) String shortName,
        @Nullable @Size(max = 40) String creditCode,
        @Nullable UUID parent,
        @Nullable @Size(max = 60) String industry,
        @Nullable @PositiveOrZero Integer employees,

        @Nullable @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal annualRevenue,

        @Nullable CustomerLevel level,
        @Nullable @Size(max = 60) String source,
        @Nullable @Size(max = 100) String country,
        @Nullable @Size(max = 100) String province,
        @Nullable @Size(max = 100) String city,
        @Nullable @Size(max = 100) String district,
        @Nullable @Size(max = 300) String address,
        @Nullable @Size(max = 300) String site,
        @Nullable @Size(max = 50) String phone,
        @Nullable @Size(max = 30) List<@NotBlank @Size(max = 50) String> tags,
        @Nullable CustomerStatus status,
        @Nullable @Size(max = 5000) String description,
        @Nullable UUID owner,
        @Nullable @Size(max = 100) String externalId,
        @Nullable Map<String, @Nullable Object> custom,
        @Nullable Boolean evenIfDuplicate,
        @Nullable @Min(1) Integer version) {

    /** A customer of whom only the name is known. */
    public static SaveCustomer named(String name) {
        return new SaveCustomer(
                name, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null);
    }

    /** A command put into the form in which it is stored, and what cannot be. */
    record Cleaned(SaveCustomer command, List<FieldProblem> problems) {}

    /** @param home where numbers of customers without a country belong */
    Cleaned cleaned(String home) {
        var problems = new ArrayList<FieldProblem>();
        var code = text(creditCode);
        if (code != null) {
            var read = CreditCode.read(code);
            if (read.isEmpty()) problems.add(FieldProblem.of("creditCode", "customer-credit-code", code));
            code = read.orElse(null);
        }
        var number = text(phone);
        if (number != null) {
            var read = Phones.read(number, Phones.region(country, home));
            if (read.isEmpty()) problems.add(FieldProblem.of("phone", "customer-phone", number));
            number = read.orElse(null);
        }
        var clean = new SaveCustomer(
                Objects.requireNonNullElse(text(name), ""),
                text(nameEn),
                text(shortName),
                code,
                parent,
                text(industry),
                employees,
                annualRevenue,
                level,
                text(source),
                text(country),
                text(province),
                text(city),
                text(district),
                text(address),
                text(site),
                number,
                tags == null
                        ? List.of()
                        : tags.stream().map(String::strip).distinct().toList(),
                status == null ? CustomerStatus.POTENTIAL : status,
                text(description),
                owner,
                text(externalId),
                custom,
                evenIfDuplicate,
                version);
        return new Cleaned(clean, problems);
    }

    boolean meansAnother() {
        return Boolean.TRUE.equals(evenIfDuplicate);
    }

    SaveCustomer ownedBy(UUID person) {
        return keeping(person, externalId);
    }

    SaveCustomer keeping(@Nullable UUID person, @Nullable String external) {
        return copy(parent, annualRevenue, person, external, custom, evenIfDuplicate, version);
    }

    SaveCustomer with(Map<String, Object> values) {
        return copy(
                parent,
                annualRevenue,
                owner,
                externalId,
                Collections.unmodifiableMap(values),
                evenIfDuplicate,
                version);
    }

    SaveCustomer under(UUID company) {
        return copy(company, annualRevenue, owner, externalId, custom, evenIfDuplicate, version);
    }

    /** Without what is said only to the server, and without the amount, which is compared by value. */
    SaveCustomer comparable() {
        return copy(parent, null, owner, externalId, custom, null, null);
    }

    private SaveCustomer copy(
            @Nullable UUID above,
            @Nullable BigDecimal revenue,
            @Nullable UUID person,
            @Nullable String external,
            @Nullable Map<String, @Nullable Object> values,
            @Nullable Boolean anyway,
            @Nullable Integer of) {
        return new SaveCustomer(
                name,
                nameEn,
                shortName,
                creditCode,
                above,
                industry,
                employees,
                revenue,
                level,
                source,
                country,
                province,
                city,
                district,
                address,
                site,
                phone,
                tags,
                status,
                description,
                person,
                external,
                values,
                anyway,
                of);
    }

    /** What custom fields may be required by, by the keys of {@link CustomerList}. */
    Map<String, @Nullable Object> facts() {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("level", level);
        facts.put("status", status);
        facts.put("industry", industry);
        facts.put("source", source);
        return facts;
    }

    /** Blank is absent. */
    static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

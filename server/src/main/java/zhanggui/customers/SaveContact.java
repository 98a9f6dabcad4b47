package zhanggui.customers;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.FieldProblem;

/**
 * What a person enters of a contact, to make it or to change it.
 *
 * @param role the part they have in a decision
 * @param main whether to turn to them first; there is one such contact of a customer, the last one so marked
 * @param externalId what another system knows them by; kept when absent from a change
 * @param custom the custom fields it mentions, by code; the others stay as they are
 * @param version the version that was changed; needed to change
 */
public record SaveContact(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 100) String title,
        @Nullable @Size(max = 100) String department,
        @Nullable ContactRole role,
        @Nullable @Size(max = 50) String mobile,
        @Nullable @Size(max = 50) String phone,
        @Nullable @Email @Size(max = 200) String email,
        @Nullable @Size(max = 100) String wechat,
        @Nullable @PastOrPresent LocalDate birthday,
        @Nullable Boolean main,
        @Nullable @Size(max = 2000) String note,
        @Nullable @Size(max = 100) String externalId,
        @Nullable Map<String, @Nullable Object> custom,
        @Nullable @Min(1) Integer version) {

    /** A command put into the form in which it is stored, and what cannot be. */
    record Cleaned(SaveContact command, List<FieldProblem> problems) {}

    /** @param region of the customer, by which numbers without a country code are read */
    Cleaned cleaned(String region) {
        var problems = new ArrayList<FieldProblem>();
        var mail = SaveCustomer.text(email);
        var clean = new SaveContact(
                Objects.requireNonNullElse(SaveCustomer.text(name), ""),
                SaveCustomer.text(title),
                SaveCustomer.text(department),
                role,
                number("mobile", mobile, region, problems),
                number("phone", phone, region, problems),
                mail == null ? null : mail.toLowerCase(Locale.ROOT),
                SaveCustomer.text(wechat),
                birthday,
                Boolean.TRUE.equals(main),
                SaveCustomer.text(note),
                SaveCustomer.text(externalId),
                custom,
                version);
        return new Cleaned(clean, problems);
    }

    boolean isMain() {
        return Boolean.TRUE.equals(main);
    }

    SaveContact main(boolean is) {
        return copy(is, externalId, custom);
    }

    SaveContact keeping(@Nullable String external) {
        return copy(main, external, custom);
    }

    SaveContact with(Map<String, Object> values) {
        return copy(main, externalId, Collections.unmodifiableMap(values));
    }

    private SaveContact copy(
            @Nullable Boolean is, @Nullable String external, @Nullable Map<String, @Nullable Object> values) {
        return new SaveContact(
                name,
                title,
                department,
                role,
                mobile,
                phone,
                email,
                wechat,
                birthday,
                is,
                note,
                external,
                values,
                version);
    }

    /** What custom fields may be required by, by the keys of {@link ContactList}. */
    Map<String, @Nullable Object> facts() {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("role", role);
        facts.put("main", isMain());
        return facts;
    }

    private static @Nullable String number(
            String field, @Nullable String entered, String region, List<FieldProblem> problems) {
        var text = SaveCustomer.text(entered);
        if (text == null) return null;
        var read = Phones.read(text, region);
        if (read.isEmpty()) problems.add(FieldProblem.of(field, "customer-phone", text));
        return read.orElse(null);
    }
}

package zhanggui.customfields;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhanggui.customfields.CustomField.Required;
import zhanggui.customfields.CustomField.When;
import zhanggui.problems.FieldProblem;
import zhanggui.texts.Label;
import zhanggui.texts.Language;

/**
 * What an administrator says of a custom field, to make it or to change it.
 *
 * @param code by which its values are stored, made of the English name when absent; it cannot be changed
 * @param type needed to make one; it cannot be changed
 * @param options of a choice, in their order; an option without a code is new
 * @param formula of a computed field
 * @param retired only of one that is there already
 * @param version the version that was changed; needed to change
 */
public record SaveField(
        @Nullable @Pattern(regexp = "[a-z][a-z0-9_]{0,39}") String code,
        @Nullable FieldType type,
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Size(max = 60) String nameEn,
        @Nullable @Size(max = 300) String help,
        @Nullable @Size(max = 300) String helpEn,
        @Nullable @Size(max = 60) String section,
        @Nullable @Size(max = 60) String sectionEn,
        @Nullable Required required,
        @Nullable Object fallback,
        @Nullable @Size(max = Formula.LONGEST) String formula,

        @Nullable @Size(max = 200) List<@NotNull @Valid Choice> choices,

        boolean shown,
        boolean totalled,
        boolean filterable,
        boolean searched,
        boolean retired,
        @Nullable @Min(1) Integer version) {

    /** An option as it is entered. */
    @Schema(name = "EnteredFieldOption")
    public record Choice(
            @Nullable @Size(max = 60) @Pattern(regexp = "[a-z0-9_-]*") String code,

            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 60) String nameEn,
            @Nullable @Pattern(regexp = "[a-z]{1,20}") String color,
            boolean retired) {}

    /** The options with their codes, those without one given one of their English names. */
    List<CustomField.Option> options() {
        var taken = new HashSet<String>();
        if (choices == null) return List.of();
        choices.forEach(c -> {
            if (text(c.code()) != null) taken.add(Objects.requireNonNull(text(c.code())));
        });
        return choices.stream()
                .map(c -> new CustomField.Option(
                        text(c.code()) != null ? Objects.requireNonNull(c.code()) : coded(c.nameEn(), "o", taken),
                        new Label(c.name().strip(), c.nameEn().strip()),
                        c.color(),
                        c.retired()))
                .toList();
    }

    /** A code made of a name that none of {@code taken} is, and which is one of them afterwards. */
    static String coded(String name, String instead, Set<String> taken) {
        var word = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[^a-z]+|_$", "");
        var start = word.isEmpty() ? instead : word.substring(0, Math.min(word.length(), 32));
        var code = start;
        for (int n = 2; !taken.add(code); n++) code = start + "_" + n;
        return code;
    }

    /**
     * What does not fit together.
     *
     * @param conditions the keys of the fields by which this one may be required
     * @param operands what a formula may be made of
     */
    List<FieldProblem> problems(FieldType holds, Set<String> conditions, Map<String, Formula.Operand> operands) {
        var problems = new ArrayList<FieldProblem>();
        if (holds == FieldType.FORMULA) checkFormula(operands, problems);
        var options = options();
        if (holds.hasOptions() && options.stream().allMatch(CustomField.Option::retired)) {
            problems.add(FieldProblem.of("choices", "required"));
        }
        twice(options.stream().map(CustomField.Option::code).toList())
                .forEach(code -> problems.add(FieldProblem.of("choices", "taken", code)));
        for (var language : Language.values()) {
            twice(options.stream().map(o -> o.name().in(language)).toList())
                    .forEach(name -> problems.add(FieldProblem.of("choices", "taken", name)));
        }
        if (required != null && required.when() == When.WHEN) {
            var field = required.field();
            if (field == null || !conditions.contains(field)) {
                problems.add(FieldProblem.of("required.field", "unknown", String.valueOf(field)));
            }
            if (required.values().isEmpty()) problems.add(FieldProblem.of("required.values", "required"));
        }
        try {
            var value = holds.read(fallback);
            var codes = options.stream()
                    .filter(o -> !o.retired())
                    .map(CustomField.Option::code)
                    .collect(Collectors.toSet());
            var wanted = value instanceof List<?> all
                    ? all
                    : holds.hasOptions() && value != null ? List.of(value) : List.of();
            if (!codes.containsAll(wanted)) problems.add(FieldProblem.of("fallback", "unknown", wanted));
        } catch (FieldType.Unfit e) {
            problems.add(FieldProblem.of("fallback", e.code()));
        }
        return problems;
    }

    private void checkFormula(Map<String, Formula.Operand> operands, List<FieldProblem> problems) {
        var text = text(formula);
        if (text == null) {
            problems.add(FieldProblem.of("formula", "required"));
            return;
        }
        try {
            Formula.read(text, operands);
        } catch (Formula.Wrong e) {
            problems.add(FieldProblem.of("formula", e.code(), e.where()));
        }
    }

    private static Set<String> twice(List<String> all) {
        var seen = new HashSet<String>();
        return all.stream().filter(one -> !seen.add(one)).collect(Collectors.toSet());
    }

    /** Blank is absent. */
    static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

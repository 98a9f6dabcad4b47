package zhanggui.customfields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zhanggui.customfields.CustomField.Option;
import zhanggui.customfields.CustomField.Required;
import zhanggui.customfields.CustomField.When;
import zhanggui.problems.FieldProblem;
import zhanggui.texts.Label;

@SuppressWarnings("NullAway") // no field of these refers to anything
class FieldCheckTest {
    private static final Required ALWAYS = new Required(When.ALWAYS, null, List.of());

    @Test
    void whatIsNotMentionedStaysAndWhatIsMentionedEmptyGoes() {
        var check = check(field("a", FieldType.TEXT), field("b", FieldType.TEXT));
        var was = Map.<String, Object>of("a", "甲", "b", "乙");
        assertThat(check.check(null, was, Map.of()).values()).isEqualTo(was);
        assertThat(check.check(with("a", null), was, Map.of()).values()).isEqualTo(Map.of("b", "乙"));
        assertThat(check.check(with("a", "丙"), was, Map.of()).values()).isEqualTo(Map.of("a", "丙", "b", "乙"));
    }

    @Test
    void aNewRecordBeginsWithDefaultsUnlessToldOtherwise() {
        var check = check(field("a", FieldType.NUMBER, Required.NEVER, new java.math.BigDecimal(3)));
        assertThat(check.check(null, null, Map.of()).values()).containsEntry("a", new java.math.BigDecimal(3));
        assertThat(check.check(with("a", null), null, Map.of()).values()).isEmpty();
        assertThat(check.check(null, Map.of(), Map.of()).values()).isEmpty();
    }

    @Test
    void aCommandThatSaysNothingOfThemIsNotAskedForThem() {
        var check = check(field("a", FieldType.TEXT, ALWAYS, null));
        assertThat(codes(check, null, Map.of(), Map.of())).isEmpty();
        assertThat(codes(check, Map.of(), Map.of(), Map.of())).containsExactly("custom.a required");
        assertThat(codes(check, null, null, Map.of())).containsExactly("custom.a required");
        assertThat(codes(check, with("a", "甲"), null, Map.of())).isEmpty();
    }

    @Test
    void oneFieldIsRequiredByWhatAnotherHolds() {
        var check = check(
                field("a", FieldType.TEXT, new Required(When.WHEN, "level", List.of("A", "B")), null),
                field("kind", FieldType.CHOICE, Required.NEVER, null, option("x", false)),
                field("b", FieldType.TEXT, new Required(When.WHEN, "custom.kind", List.of("x")), null),
                field("sure", FieldType.FLAG),
                field("c", FieldType.TEXT, new Required(When.WHEN, "custom.sure", List.of("false")), null));
        assertThat(codes(check, with("sure", true), null, Map.of("level", "C"))).isEmpty();
        assertThat(codes(check, with("sure", true), null, Map.of("level", "A"))).containsExactly("custom.a required");
        var given = with("kind", "x");
        given.put("sure", true);
        assertThat(codes(check, given, null, Map.of())).containsExactly("custom.b required");
        assertThat(codes(check, Map.of(), Map.of(), Map.of())).containsExactly("custom.c required");
    }

    @Test
    void aRetiredOptionStaysWhereItIsAndIsChosenNowhereElse() {
        var check =
                check(field("k", FieldType.CHOICES, Required.NEVER, null, option("old", true), option("new", false)));
        var was = Map.<String, Object>of("k", List.of("old"));
        assertThat(codes(check, with("k", List.of("old", "new")), was, Map.of()))
                .isEmpty();
        assertThat(codes(check, with("k", List.of("old")), null, Map.of())).containsExactly("custom.k unknown");
        assertThat(codes(check, with("k", List.of("never")), was, Map.of())).containsExactly("custom.k unknown");
    }

    @Test
    void aRetiredFieldKeepsWhatItHoldsAndCanOnlyBeEmptied() {
        var check = new FieldCheck(List.of(retired("a")), null, f -> true);
        var was = Map.<String, Object>of("a", "甲");
        assertThat(codes(check, with("a", "甲"), was, Map.of())).isEmpty();
        assertThat(codes(check, with("a", "乙"), was, Map.of())).containsExactly("custom.a custom-retired");
        assertThat(check.check(with("a", null), was, Map.of()).values()).isEmpty();
    }

    @Test
    void whatIsNoFieldIsRefusedUnlessItSaysNothing() {
        var check = check();
        assertThat(codes(check, with("x", 1), null, Map.of())).containsExactly("custom.x custom-unknown");
        assertThat(codes(check, with("x", null), null, Map.of())).isEmpty();
    }

    private static List<String> codes(
            FieldCheck check, @Nullable Map<String, ?> given, @Nullable Map<String, Object> was, Map<String, ?> facts) {
        return check.check(given, was, facts).problems().stream()
                .map((FieldProblem p) -> p.field() + " " + p.code())
                .toList();
    }

    private static Map<String, Object> with(String code, @Nullable Object value) {
        var map = new HashMap<String, Object>();
        map.put(code, value);
        return map;
    }

    private static FieldCheck check(CustomField... fields) {
        return new FieldCheck(Arrays.asList(fields), null, f -> true);
    }

    private static Option option(String code, boolean retired) {
        return new Option(code, new Label(code, code), null, retired);
    }

    private static CustomField field(String code, FieldType type) {
        return field(code, type, Required.NEVER, null);
    }

    private static CustomField field(
            String code, FieldType type, Required required, @Nullable Object fallback, Option... options) {
        return new CustomField(
                UUID.randomUUID(),
                code,
                type,
                new Label(code, code),
                null,
                null,
                required,
                fallback,
                null,
                List.of(options),
                true,
                false,
                false,
                false,
                false,
                1);
    }

    private static CustomField retired(String code) {
        return new CustomField(
                UUID.randomUUID(),
                code,
                FieldType.TEXT,
                new Label(code, code),
                null,
                null,
                Required.NEVER,
                null,
                null,
                List.of(),
                true,
                false,
                false,
                false,
                true,
                1);
    }
}

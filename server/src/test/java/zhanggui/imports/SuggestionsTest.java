package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import zhanggui.imports.Findings.By;
import zhanggui.imports.Findings.Suggestion;
import zhanggui.texts.Texts;

class SuggestionsTest {
    final Suggestions suggestions = new Suggestions(new ThingImport.Of("things", "", null), new Texts());

    @Test
    void headingsInBothLanguagesAndAnySpellingAreKnown() {
        assertThat(suggestions.of(List.of("NAME", "金额（元）", "external_id", "External-ID 2", "x"), Map.of()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        0, new Suggestion("name", By.HEADING),
                        1, new Suggestion("amount", By.HEADING),
                        2, new Suggestion("externalId", By.HEADING)));
    }

    @Test
    void aFieldIsSuggestedForOneColumnOnlyTheBetterOne() {
        var found = suggestions.of(List.of("物件名称", "名称"), Map.of());
        assertThat(found).containsExactly(Map.entry(1, new Suggestion("name", By.HEADING)));
    }

    @Test
    void aHeadingThatLooksLikeAFieldIsSuggested() {
        assertThat(suggestions.of(List.of("Ammount"), Map.of())).containsEntry(0, new Suggestion("amount", By.SIMILAR));
    }

    @Test
    void whatPeopleChoseBeforeCountsMore() {
        var found = suggestions.of(List.of("Name", "Code"), Map.of("name", "", "code", "name"));
        assertThat(found)
                .containsEntry(0, new Suggestion(null, By.MEMORY))
                .containsEntry(1, new Suggestion("name", By.MEMORY));
    }

    @Test
    void likeness() {
        assertThat(Likeness.of("gtxpro", Likeness.normal("GTX Pro"))).isEqualTo(1);
        assertThat(Likeness.of("technolgy", "technology")).isGreaterThan(0.85);
        assertThat(Likeness.of("retail", "medical")).isLessThan(Likeness.WORTH_ASKING);
    }

    @Property
    void likenessIsSymmetricAndOneForItself(@ForAll String a, @ForAll String b) {
        assertThat(Likeness.of(a, b)).isEqualTo(Likeness.of(b, a)).isBetween(0.0, 1.0);
        assertThat(Likeness.of(a, a)).isEqualTo(1);
    }
}

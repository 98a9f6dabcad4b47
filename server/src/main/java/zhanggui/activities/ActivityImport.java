package zhanggui.activities;

import static zhanggui.imports.ImportField.date;
import static zhanggui.imports.ImportField.text;
import static zhanggui.imports.ImportField.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.customers.CustomerVocabulary;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.imports.Vocabulary;
import zhanggui.listings.Options;
import zhanggui.opportunities.OpportunityVocabulary;
import zhanggui.people.PeopleVocabulary;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Follow-ups from files. */
@Component
@Order(50)
class ActivityImport implements ImportKind {
    private final List<ImportField> fields;
    private final ActivityIntake intake;

    ActivityImport(
            ActivityIntake intake,
            Texts texts,
            CustomerVocabulary customers,
            OpportunityVocabulary opportunities,
            PeopleVocabulary people) {
        this.intake = intake;
        this.fields = List.of(
                value("kind", new Kinds(texts), "type", "方式", "跟进方式", "activity_type"),
                date("happenedOn", "date", "日期", "跟进时间", "跟进日期", "happened_at", "activity_date"),
                text("text", "content", "内容", "跟进内容", "note", "notes", "subject", "description")
                        .need(),
                text("nextStep", "next_step", "下一步"),
                value("customer", customers, "account", "client", "客户", "客户名称"),
                value("opportunity", opportunities, "deal", "opportunity_id", "商机", "商机编号"),
                value("owner", people, "sales_agent", "author", "跟进人", "负责人"),
                text("externalId", "id", "external_id", "activity_id", "外部编号"));
    }

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public String permission() {
        return "activities:create";
    }

    @Override
    public List<ImportField> fields() {
        return fields;
    }

    @Override
    public ImportSession open(Viewer viewer, RowMemory memory) {
        Set<String> seen = memory.set();
        return rows -> intake.take(rows, seen, viewer);
    }

    /** The ways of following up, by their words in either language. */
    private record Kinds(Texts texts) implements Vocabulary {
        @Override
        public Map<String, String> find(Collection<String> asked, Viewer viewer) {
            var found = new HashMap<String, String>();
            for (var text : asked) {
                Arrays.stream(ActivityKind.values())
                        .filter(kind -> means(kind, text.strip().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .ifPresent(kind -> found.put(text, kind.name()));
            }
            return found;
        }

        private boolean means(ActivityKind kind, String text) {
            return kind.name().toLowerCase(Locale.ROOT).equals(text)
                    || Arrays.stream(Language.values())
                            .anyMatch(language -> texts.get(language, "activity.kind." + kind)
                                    .toLowerCase(Locale.ROOT)
                                    .equals(text));
        }

        @Override
        public List<Options.Option> options(Language language, Texts words) {
            return Options.of(ActivityKind.class, "activity.kind").in(language, words);
        }
    }
}

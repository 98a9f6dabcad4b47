package zhanggui.activities;

import static zhanggui.imports.ImportField.date;
import static zhanggui.imports.ImportField.text;
import static zhanggui.imports.ImportField.value;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.customers.CustomerVocabulary;
import zhanggui.customfields.CustomFields;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.opportunities.OpportunityVocabulary;
import zhanggui.people.PeopleVocabulary;
import zhanggui.texts.Texts;

/** Follow-ups from files. */
@Component
@Order(50)
class ActivityImport implements ImportKind {
    private final List<ImportField> fields;
    private final ActivityIntake intake;
    private final CustomFields custom;

    ActivityImport(
            ActivityIntake intake,
            Texts texts,
            CustomerVocabulary customers,
            OpportunityVocabulary opportunities,
            PeopleVocabulary people,
            CustomFields custom) {
        this.intake = intake;
        this.custom = custom;
        this.fields = List.of(
                value(
                        "kind",
                        new EnumWords<>(ActivityKind.class, "activity.kind", texts),
                        "type",
                        "方式",
                        "跟进方式",
                        "activity_type"),
                date("happenedOn", "date", "日期", "跟进时间", "跟进日期", "when", "happened_at", "activity_date"),
                text("text", "content", "内容", "跟进内容", "note", "notes", "subject", "description")
                        .need(),
                text("nextStep", "next_step", "下一步"),
                value("customer", customers, "account", "client", "客户", "客户名称"),
                text("contact", "contact_name", "contact_person", "person", "联系人", "联系人姓名", "对接人"),
                value("opportunity", opportunities, "deal", "opportunity_id", "商机", "商机编号"),
                value("owner", people, "sales_agent", "author", "by", "跟进人", "负责人"),
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
        return Stream.concat(fields.stream(), custom.importFields("activities").stream())
                .toList();
    }

    @Override
    public ImportSession open(Viewer viewer, RowMemory memory) {
        var file = Arrivals.File.begun(memory);
        return rows -> intake.take(rows, file, viewer);
    }
}

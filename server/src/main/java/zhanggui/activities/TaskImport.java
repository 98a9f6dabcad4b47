package zhanggui.activities;

import static zhanggui.imports.ImportField.date;
import static zhanggui.imports.ImportField.text;
import static zhanggui.imports.ImportField.value;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.customers.CustomerVocabulary;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.opportunities.OpportunityVocabulary;
import zhanggui.people.PeopleVocabulary;
import zhanggui.texts.Texts;

/** Tasks from files. */
@Component
@Order(60)
class TaskImport implements ImportKind {
    private final List<ImportField> fields;
    private final TaskIntake intake;

    TaskImport(
            TaskIntake intake,
            Texts texts,
            CustomerVocabulary customers,
            OpportunityVocabulary opportunities,
            PeopleVocabulary people) {
        this.intake = intake;
        this.fields = List.of(
                text("title", "task", "to_do", "todo", "subject", "待办", "任务", "主题", "要做的事")
                        .need(),
                date("dueOn", "due", "due_date", "deadline", "截止日期", "截止日", "到期日"),
                value("priority", new EnumWords<>(Task.Priority.class, "task.priority", texts), "优先级"),
                value("customer", customers, "account", "client", "客户", "客户名称"),
                text("contact", "contact_name", "contact_person", "person", "联系人", "联系人姓名", "对接人"),
                value("opportunity", opportunities, "deal", "opportunity_id", "商机", "商机编号"),
                value("owner", people, "assignee", "assigned_to", "sales_agent", "执行人", "负责人"),
                date("doneOn", "done_at", "done", "completed", "completed_at", "完成日期", "完成时间"),
                text("note", "notes", "description", "备注", "说明"),
                text("externalId", "id", "external_id", "task_id", "外部编号"));
    }

    @Override
    public String name() {
        return "tasks";
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
        var file = Arrivals.File.begun(memory);
        return rows -> intake.take(rows, file, viewer);
    }
}

package zhanggui.opportunities;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.choices.Choices;
import zhanggui.company.CompanySettings;
import zhanggui.customers.CustomerVocabulary;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.people.PeopleVocabulary;
import zhanggui.products.ProductVocabulary;

/** Opportunities from files, with their history as far as the file tells it. */
@Component
@Order(40)
class OpportunityImport implements ImportKind {
    private static final Set<String> OF_LINES = Set.of("product", "quantity", "price", "discount");
    private final ImportGround ground;
    private final Pipelines pipelines;
    private final CompanySettings company;
    private final Entering entering;
    private final List<ImportField> fields;

    OpportunityImport(
            ImportGround ground,
            Pipelines pipelines,
            CompanySettings company,
            Entering entering,
            Choices choices,
            CustomerVocabulary customerNames,
            ProductVocabulary productNames,
            PeopleVocabulary people) {
        this.ground = ground;
        this.pipelines = pipelines;
        this.company = company;
        this.entering = entering;
        this.fields = List.of(
                ImportField.text(
                        "externalId", "opportunity_id", "opportunity id", "deal id", "deal_id", "外部编号", "商机编号"),
                ImportField.text("name", "opportunity", "opportunity name", "deal name", "商机", "商机名称", "名称"),
                ImportField.value(
                        "customer", customerNames, "account", "account name", "company", "customer name", "客户", "客户名称"),
                ImportField.value("product", productNames, "product name", "product_name", "产品", "产品名称"),
                ImportField.number("quantity", "qty", "数量"),
                ImportField.number("price", "unit price", "单价", "成交单价"),
                ImportField.number(
                        "amount", "close_value", "close value", "deal value", "value", "revenue", "金额", "商机金额", "成交金额"),
                ImportField.text("currency", "currency code", "币种", "货币"),
                ImportField.number("discount", "discount %", "discount percent", "折扣率", "折扣"),
                ImportField.value(
                        "stage",
                        new StageVocabulary(pipelines),
                        "deal_stage",
                        "deal stage",
                        "status",
                        "阶段",
                        "商机阶段",
                        "销售阶段"),
                ImportField.value("pipeline", new PipelineVocabulary(pipelines), "sales process", "流程", "销售流程"),
                ImportField.value(
                        "owner",
                        people,
                        "sales_agent",
                        "sales agent",
                        "salesperson",
                        "sales rep",
                        "负责人",
                        "销售",
                        "销售人员",
                        "业务员"),
                ImportField.date("createdOn", "created", "created on", "create date", "created_at", "创建日期", "创建时间"),
                ImportField.date("engagedOn", "engage_date", "engage date", "engaged on", "接洽日期", "开始跟进日期"),
                ImportField.date("closedOn", "close_date", "close date", "closed on", "结单日期", "成交日期", "关闭日期"),
                ImportField.date(
                        "expectedClose", "expected close", "expected close date", "expected_close", "预计成交日期", "预计结单日期"),
                ImportField.value(
                        "lossReason",
                        new ChoiceVocabulary(choices, "loss-reasons"),
                        "loss reason",
                        "lost reason",
                        "loss_reason",
                        "输单原因",
                        "丢单原因"),
                ImportField.value(
                        "source", new ChoiceVocabulary(choices, "sources"), "lead source", "lead_source", "来源", "商机来源"),
                ImportField.text("competitor", "competitors", "竞争对手", "竞品"),
                ImportField.text("nextStep", "next step", "next_step", "下一步", "下一步计划"),
                ImportField.date("nextStepOn", "next step date", "next_step_date", "下一步日期", "下次跟进日期"),
                ImportField.text("stageHistory", "stage history", "stage_history", "阶段历史"),
                ImportField.text("description", "notes", "note", "备注", "描述", "说明"));
    }

    @Override
    public String name() {
        return "opportunities";
    }

    @Override
    public String permission() {
        return OpportunityReach.CREATE;
    }

    @Override
    public List<ImportField> fields() {
        return Stream.concat(fields.stream(), ground.fields().importFields("opportunities").stream())
                .toList();
    }

    @Override
    public Filled filled(String field) {
        return new Filled(name(), OF_LINES.contains(field) ? "lines" : field);
    }

    @Override
    public ImportSession open(Viewer viewer, RowMemory memory) {
        return new OpportunityImportSession(
                ground, pipelines.all(), company.get().currency(), entering.moment(viewer), viewer, memory);
    }
}

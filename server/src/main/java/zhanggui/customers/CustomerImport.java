package zhanggui.customers;

import static zhanggui.imports.ImportField.date;
import static zhanggui.imports.ImportField.flag;
import static zhanggui.imports.ImportField.number;
import static zhanggui.imports.ImportField.tags;
import static zhanggui.imports.ImportField.text;
import static zhanggui.imports.ImportField.value;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.choices.Choices;
import zhanggui.customfields.CustomFields;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.listings.Options;
import zhanggui.people.PeopleVocabulary;
import zhanggui.texts.Texts;

/** Customers from files, each row with a contact if it names one. */
@Component
@Order(30)
class CustomerImport implements ImportKind {
    private static final String CONTACT = "contact";
    private final CustomerMatches matches;
    private final CustomerRegister register;
    private final CustomerStore store;
    private final Contacts contacts;
    private final ContactStore contactStore;
    private final TraitStore traits;
    private final Duplicates duplicates;
    private final CustomFields custom;
    private final List<ImportField> fields;

    CustomerImport(
            CustomerMatches matches,
            CustomerRegister register,
            CustomerStore store,
            Contacts contacts,
            ContactStore contactStore,
            TraitStore traits,
            Duplicates duplicates,
            Choices choices,
            PeopleVocabulary people,
            CustomFields custom,
            Texts texts) {
        this.matches = matches;
        this.register = register;
        this.store = store;
        this.contacts = contacts;
        this.contactStore = contactStore;
        this.traits = traits;
        this.duplicates = duplicates;
        this.custom = custom;
        this.fields = fields(choices, people, texts);
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public String permission() {
        return "customers:create";
    }

    @Override
    public List<ImportField> fields() {
        return Stream.concat(fields.stream(), custom.importFields("customers").stream())
                .toList();
    }

    @Override
    public Filled filled(String field) {
        if (!field.startsWith(CONTACT)) return new Filled(name(), field);
        var key = field.substring(CONTACT.length());
        return new Filled("contacts", key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1));
    }

    @Override
    public ImportSession open(Viewer viewer, RowMemory memory) {
        viewer.require(permission());
        var home = register.home();
        return new CustomerImportSession(
                matches,
                register,
                traits,
                new ImportedContacts(contacts, contactStore, home, viewer, memory),
                new ImportedParents(matches, store, viewer),
                new KnownElsewhere(traits, duplicates, home, viewer),
                new TakenCustomers(memory),
                custom,
                viewer);
    }

    private static List<ImportField> fields(Choices choices, PeopleVocabulary people, Texts texts) {
        var levels = new WordVocabulary(Options.of(CustomerLevel.class, "customer.level"), texts);
        var statuses = new WordVocabulary(Options.of(CustomerStatus.class, "customer.status"), texts);
        var roles = new WordVocabulary(Options.of(ContactRole.class, "contact.role"), texts);
        var industries = new ChoiceVocabulary(choices, CustomerChoices.INDUSTRIES);
        var sources = new ChoiceVocabulary(choices, CustomerChoices.SOURCES);
        return List.of(
                text(
                                "name",
                                "name",
                                "account",
                                "account name",
                                "customer",
                                "customer name",
                                "company",
                                "company name",
                                "客户",
                                "客户名称",
                                "客户名",
                                "公司",
                                "公司名称",
                                "企业名称",
                                "单位名称",
                                "名称")
                        .need(),
                text("nameEn", "name_en", "english name", "name in english", "英文名称", "英文名"),
                text("shortName", "short name", "short_name", "alias", "简称", "客户简称"),
                text(
                        "creditCode",
                        "credit code",
                        "uscc",
                        "unified social credit code",
                        "tax id",
                        "统一社会信用代码",
                        "信用代码",
                        "社会信用代码",
                        "税号",
                        "纳税人识别号"),
                text(
                        "parent",
                        "subsidiary_of",
                        "subsidiary of",
                        "parent",
                        "parent account",
                        "parent company",
                        "上级客户",
                        "母公司",
                        "所属集团",
                        "上级单位"),
                value("industry", industries, "sector", "industry", "行业", "所属行业"),
                number(
                        "employees",
                        "employees",
                        "headcount",
                        "size",
                        "number of employees",
                        "员工人数",
                        "人数",
                        "员工数",
                        "人员规模"),
                number(
                        "annualRevenue",
                        "revenue",
                        "annual revenue",
                        "annual_revenue",
                        "turnover",
                        "年营业额",
                        "年收入",
                        "营业额",
                        "营收"),
                value("level", levels, "level", "grade", "rating", "级别", "客户级别", "客户等级", "等级"),
                value("status", statuses, "status", "state", "状态", "客户状态"),
                value("source", sources, "source", "lead source", "来源", "客户来源"),
                value(
                        "owner",
                        people,
                        "owner",
                        "account owner",
                        "sales agent",
                        "sales_agent",
                        "salesperson",
                        "负责人",
                        "归属人",
                        "客户经理",
                        "销售",
                        "业务员"),
                text("country", "country", "office_location", "office location", "location", "国家", "国家/地区"),
                text("province", "province", "state/province", "region", "省", "省份", "省/自治区"),
                text("city", "city", "城市", "市"),
                text("district", "district", "county", "区", "区县", "区/县"),
                text("address", "address", "street", "地址", "详细地址", "办公地址"),
                text("site", "site", "website", "web site", "url", "网址", "网站", "官网"),
                text("phone", "phone", "telephone", "tel", "company phone", "电话", "公司电话", "座机"),
                tags("tags", "tags", "labels", "标签"),
                text("description", "description", "notes", "remark", "remarks", "备注", "描述", "说明", "简介"),
                text(
                        "externalId",
                        "external id",
                        "external_id",
                        "id",
                        "account id",
                        "account_id",
                        "customer id",
                        "外部编号",
                        "客户编号",
                        "编号",
                        "客户编码"),
                flag("evenIfDuplicate", "even if duplicate", "allow duplicates", "允许重复", "重复也导入"),
                date(
                        "createdAt",
                        "created",
                        "created at",
                        "created_at",
                        "created date",
                        "create date",
                        "创建时间",
                        "创建日期",
                        "建档日期"),
                text("contactName", "contact", "contact name", "contact_name", "contact person", "联系人", "联系人姓名", "姓名"),
                text("contactTitle", "contact title", "job title", "title", "position", "职务", "联系人职务", "职位"),
                text("contactDepartment", "contact department", "department", "部门", "联系人部门"),
                value("contactRole", roles, "contact role", "role", "决策角色", "角色"),
                text(
                        "contactMobile",
                        "mobile",
                        "contact mobile",
                        "cell",
                        "cell phone",
                        "mobile phone",
                        "手机",
                        "手机号",
                        "联系人手机",
                        "联系人电话"),
                text("contactPhone", "contact phone", "direct line", "联系人座机", "直线电话"),
                text("contactEmail", "email", "e-mail", "contact email", "mail", "邮箱", "电子邮箱", "电子邮件", "联系人邮箱"),
                text("contactWechat", "wechat", "weixin", "微信", "微信号"),
                date("contactBirthday", "birthday", "date of birth", "生日", "出生日期"),
                text("contactNote", "contact note", "contact notes", "联系人备注"));
    }
}

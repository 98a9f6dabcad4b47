package zhanggui.people;

import static zhanggui.imports.ImportField.date;
import static zhanggui.imports.ImportField.text;

import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import zhanggui.access.Viewer;
import zhanggui.company.CompanySettings;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.problems.Problems;
import zhanggui.texts.Texts;

/**
 * People from files, with the organisation they make up: units by name or path, and for each manager a team.
 *
 * <p>What a file does not date has been so since {@link Organisations#BEGINNING}: history that is imported later is
 * older than the import. What a later file changes for someone who has a seat holds from the day of that import.
 */
@Component
@Order(10)
class PeopleImport implements ImportKind {
    private static final List<ImportField> FIELDS = List.of(
            text(
                            "name",
                            "name",
                            "full name",
                            "full_name",
                            "employee",
                            "employee name",
                            "sales_agent",
                            "sales agent",
                            "salesperson",
                            "sales rep",
                            "姓名",
                            "名字",
                            "员工",
                            "员工姓名",
                            "人员",
                            "销售",
                            "销售员",
                            "业务员")
                    .need(),
            text("nameEn", "name in english", "english name", "name_en", "英文名", "英文姓名"),
            text("employeeNumber", "employee number", "employee id", "employee_id", "staff no", "工号", "员工编号"),
            text("email", "email", "e-mail", "mail", "邮箱", "电子邮箱", "电子邮件"),
            text("mobile", "mobile", "phone", "telephone", "cell", "手机", "手机号", "电话"),
            text("title", "title", "job title", "position", "role", "岗位", "职位", "职务"),
            text("duties", "duties", "responsibilities", "职责", "岗位职责"),
            text(
                    "unit",
                    "unit",
                    "department",
                    "dept",
                    "office",
                    "regional_office",
                    "regional office",
                    "region",
                    "branch",
                    "部门",
                    "所属部门",
                    "组织",
                    "大区",
                    "区域",
                    "办事处"),
            text("manager", "manager", "supervisor", "reports to", "reports_to", "上级", "直属上级", "直接上级", "主管", "经理"),
            date("hiredOn", "hired on", "hire date", "hire_date", "start date", "入职日期", "入职时间"),
            date("leftOn", "left on", "leave date", "end date", "离职日期", "离职时间"),
            text("externalId", "external id", "external_id", "id", "外部编号", "编号"));
    private final Parts parts;

    PeopleImport(
            People people,
            PersonStore persons,
            Units units,
            UnitStore unitStore,
            Seats seats,
            SeatStore seatStore,
            Occupations occupations,
            OccupationStore occupationStore,
            OrganisationStore organisations,
            Reorganisation reorganisation,
            CompanySettings company,
            Texts texts,
            Problems problems,
            Validator validator,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.parts = new Parts(
                people,
                persons,
                units,
                unitStore,
                seats,
                seatStore,
                occupations,
                occupationStore,
                organisations,
                reorganisation,
                company,
                texts,
                problems,
                validator,
                transactions,
                clock);
    }

    /** What a session works with. */
    record Parts(
            People people,
            PersonStore persons,
            Units units,
            UnitStore unitStore,
            Seats seats,
            SeatStore seatStore,
            Occupations occupations,
            OccupationStore occupationStore,
            OrganisationStore organisations,
            Reorganisation reorganisation,
            CompanySettings company,
            Texts texts,
            Problems problems,
            Validator validator,
            PlatformTransactionManager transactions,
            Clock clock) {}

    @Override
    public String name() {
        return "people";
    }

    @Override
    public String permission() {
        return "people:edit";
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public ImportSession open(Viewer viewer, RowMemory memory) {
        viewer.require(permission());
        return new PeopleImportSession(parts, viewer, memory);
    }
}

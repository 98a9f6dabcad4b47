package zhanggui.accounts;

import static zhanggui.imports.ImportField.flag;
import static zhanggui.imports.ImportField.tags;
import static zhanggui.imports.ImportField.text;

import jakarta.validation.Validator;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import zhanggui.access.Viewer;
import zhanggui.company.CompanySettings;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.people.PeopleVocabulary;
import zhanggui.problems.Problems;

/**
 * Accounts from files, for people there are. A file never holds a password: as on the screens, an account begins without
 * one, and its person signs in with the company's own sign-in or once an administrator has given them a password.
 */
@Component
@Order(15)
class AccountImport implements ImportKind {
    private static final List<ImportField> FIELDS = List.of(
            text("name", "name", "full name", "employee", "person", "user", "姓名", "人员", "员工", "员工姓名", "用户"),
            text("employeeNumber", "employee number", "employee id", "employee_id", "staff no", "工号", "员工编号"),
            text("email", "email", "e-mail", "mail", "邮箱", "电子邮箱", "电子邮件"),
            text("username", "username", "user name", "login", "login name", "account", "用户名", "登录名", "账号", "帐号")
                    .need(),
            tags("roles", "roles", "role", "角色", "权限角色"),
            flag("active", "active", "enabled", "启用", "是否启用", "在用"));
    private final Parts parts;

    AccountImport(
            Accounts accounts,
            RoleStore roles,
            PeopleVocabulary people,
            CompanySettings company,
            Problems problems,
            Validator validator,
            DSLContext db,
            PlatformTransactionManager transactions) {
        this.parts = new Parts(accounts, roles, people, company, problems, validator, db, transactions);
    }

    /** What a session works with. */
    record Parts(
            Accounts accounts,
            RoleStore roles,
            PeopleVocabulary people,
            CompanySettings company,
            Problems problems,
            Validator validator,
            DSLContext db,
            PlatformTransactionManager transactions) {}

    @Override
    public String name() {
        return "accounts";
    }

    /** Whoever has it may give every role there is. */
    @Override
    public String permission() {
        return Administrators.PERMISSION;
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public Filled filled(String field) {
        return switch (field) {
            case "employeeNumber", "email" -> new Filled("people", field);
            case "active" -> new Filled(name(), "state");
            default -> new Filled(name(), field);
        };
    }

    @Override
    public ImportSession open(Viewer viewer, RowMemory memory) {
        viewer.require(permission());
        return new AccountImportSession(parts, viewer, memory);
    }
}

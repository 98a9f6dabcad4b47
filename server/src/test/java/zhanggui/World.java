package zhanggui;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.accounts.Accounts;
import zhanggui.accounts.TestSignIn;
import zhanggui.company.CompanySettings;
import zhanggui.people.People;
import zhanggui.people.People.NewPerson;
import zhanggui.texts.Language;

/**
 * A small company to test in, made once per database:
 *
 * <pre>
 * 公司 company: chen (director), admin (administrator), ops (operations)
 * ├─ 华东 east: sun (manager, head)
 * │  ├─ 华东一组 east1: zhou (manager, head), li, wang (salespeople)
 * │  └─ 华东二组 east2: wu (salesperson)
 * └─ 华南 south: zhao (salesperson)
 * </pre>
 */
@Component
public class World {
    private final DSLContext db;
    private final CompanySettings company;
    private final Accounts accounts;
    private final People people;
    private final Viewers viewers;
    private final Map<String, UUID> ids = new HashMap<>();

    World(DSLContext db, CompanySettings company, Accounts accounts, People people, Viewers viewers) {
        this.db = db;
        this.company = company;
        this.accounts = accounts;
        this.people = people;
        this.viewers = viewers;
    }

    /** Makes the company where it is not there yet. */
    @Transactional
    public synchronized World exists() {
        if (!ids.isEmpty()) return this;
        company.setUp(
                new CompanySettings.Details("测试公司", "Test Company", "CNY", "Asia/Shanghai", 1, Language.ZH), false);
        accounts.createDefaultRoles();
        unit("company", null, "公司");
        unit("east", "company", "华东");
        unit("east1", "east", "华东一组");
        unit("east2", "east", "华东二组");
        unit("south", "company", "华南");
        person("chen", "陈总", "director", "company", true);
        person("admin", "管理员", "administrator", "company", false);
        person("ops", "运营", "operations", "company", false);
        person("sun", "孙经理", "manager", "east", true);
        person("zhou", "周组长", "manager", "east1", true);
        person("li", "李雷", "salesperson", "east1", false);
        person("wang", "王梅", "salesperson", "east1", false);
        person("wu", "吴强", "salesperson", "east2", false);
        person("zhao", "赵南", "salesperson", "south", false);
        return this;
    }

    /** The id of a unit or person above. */
    public UUID id(String name) {
        exists();
        return java.util.Objects.requireNonNull(ids.get(name), name);
    }

    /** A request from a person's browser, CSRF token included: {@code http.get().uri("…").with(world.as("li"))}. */
    public RequestPostProcessor as(String username) {
        return TestSignIn.as(id(username));
    }

    public Viewer viewer(String username) {
        return viewers.of(id(username), new Viewer.Origin(Viewer.Way.SESSION, "127.0.0.1"))
                .orElseThrow();
    }

    public LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private void unit(String key, String parent, String name) {
        var id = UUID.randomUUID();
        ids.put(key, id);
        db.execute("insert into people.unit (id) values (?)", id);
        db.execute(
                "insert into people.unit_state (unit_id, parent_id, name, valid) values (?, ?, ?, '[2020-01-01,)')",
                id,
                parent == null ? null : ids.get(parent),
                name);
    }

    private void person(String username, String name, String role, String unit, boolean head) {
        var id = people.add(NewPerson.named(name, username + "@example.com"));
        ids.put(username, id);
        var seat = UUID.randomUUID();
        db.execute("insert into people.seat (id) values (?)", seat);
        db.execute(
                "insert into people.seat_state (seat_id, unit_id, title, head, valid) values (?, ?, ?, ?, '[2020-01-01,)')",
                seat,
                ids.get(unit),
                "岗位 " + name,
                head);
        db.execute(
                "insert into people.occupation (seat_id, person_id, valid) values (?, ?, '[2020-01-01,)')", seat, id);
        accounts.open(new Accounts.NewAccount(id, username, null, Language.ZH, List.of(role)));
    }
}

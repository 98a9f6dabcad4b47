package zhanggui.rights;

import static zhanggui.rights.Firm.Reach.ALL;
import static zhanggui.rights.Firm.Reach.CHOSEN;
import static zhanggui.rights.Firm.Reach.DEPARTMENT;
import static zhanggui.rights.Firm.Reach.DEPARTMENT_TREE;
import static zhanggui.rights.Firm.Reach.OWN;
import static zhanggui.rights.Firm.Reach.SUBORDINATES;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhanggui.rights.Firm.Allowed;
import zhanggui.rights.Firm.Person;
import zhanggui.rights.Firm.Reach;
import zhanggui.rights.Firm.Seat;
import zhanggui.rights.Firm.Stint;
import zhanggui.rights.Firm.Unit;

/**
 * A company with everyone the walk asks as:
 *
 * <pre>
 * 公司: chen (director), admin (administrator), ops (operations)
 * ├─ 华东: sun (manager, head)
 * │  ├─ 华东一组: zhou (manager, head), li (salesperson), wang (salesperson, disabled), gone (left)
 * │  └─ 华东二组: wu (a role with a reach of its own for each permission)
 * └─ 华南: zhao (salesperson)
 * </pre>
 */
final class SmallFirm {
    private static final List<String> SELLING = List.of(
            "customers:read",
            "customers:create",
            "customers:edit",
            "opportunities:read",
            "opportunities:create",
            "opportunities:edit",
            "activities:read",
            "activities:create",
            "activities:edit");
    private static final List<String> STEERING = List.of(
            "customers:assign",
            "customers:delete",
            "customers:export",
            "opportunities:assign",
            "opportunities:delete",
            "opportunities:export",
            "activities:delete",
            "activities:export",
            "bin:read",
            "handovers:read",
            "handovers:run",
            "handovers:export");
    private static final List<String> LOOKING_UP =
            List.of("people:read", "products:read", "reports:read", "rates:read");
    private static final List<String> IMPORTING = List.of("imports:run", "imports:read");
    private static final List<String> OPERATING = List.of(
            "people:edit",
            "people:export",
            "products:edit",
            "products:export",
            "rates:edit",
            "rates:export",
            "pipelines:edit",
            "calendar:edit",
            "periods:close",
            "commissions:plan",
            "jobs:read",
            "listings:share",
            "privacy:read",
            "privacy:export",
            "privacy:erase");
    private static final List<String> ADMINISTERING = List.of(
            "accounts:read",
            "accounts:edit",
            "accounts:export",
            "audit:read",
            "audit:export",
            "company:edit",
            "backups:manage",
            "fields:reveal",
            "jobs:cancel",
            "bin:purge");

    final Firm firm;
    final Unit company;
    final Person chen;
    final Person admin;
    final Person ops;
    final Person sun;
    final Person zhou;
    final Person li;
    final Person wang;
    final Person gone;
    final Person wu;
    final Person zhao;

    SmallFirm(LocalDate today) {
        firm = new Firm(today);
        company = firm.unit("公司", null);
        var east = firm.unit("华东", company);
        var east1 = firm.unit("华东一组", east);
        var east2 = firm.unit("华东二组", east);
        var south = firm.unit("华南", company);
        var salesperson = firm.role("test-salesperson", allow(Map.of(OWN, List.of(SELLING, LOOKING_UP))));
        var manager = firm.role(
                "test-manager", allow(Map.of(DEPARTMENT_TREE, List.of(SELLING, STEERING, LOOKING_UP, IMPORTING))));
        var operations = firm.role(
                "test-operations", allow(Map.of(ALL, List.of(SELLING, STEERING, LOOKING_UP, IMPORTING, OPERATING))));
        var director = firm.role(
                "test-director",
                allow(Map.of(
                        ALL,
                        List.of(
                                LOOKING_UP,
                                List.of("customers:read", "opportunities:read", "activities:read"),
                                List.of("customers:export", "opportunities:export", "activities:export"),
                                List.of("customers:assign", "opportunities:assign")))));
        var administrator = firm.role(
                "test-administrator",
                allow(Map.of(ALL, List.of(SELLING, STEERING, LOOKING_UP, IMPORTING, OPERATING, ADMINISTERING))));
        var mixed = firm.role("test-mixed", mixed(south));
        chen = firm.person("chen", company, true, director);
        admin = firm.person("admin", company, false, administrator);
        ops = firm.person("ops", company, false, operations);
        sun = firm.person("sun", east, true, manager);
        zhou = firm.person("zhou", east1, true, manager);
        li = firm.person("li", east1, false, salesperson);
        wang = firm.person("wang", east1, false, salesperson);
        wu = firm.person("wu", east2, false, mixed);
        zhao = firm.person("zhao", south, false, salesperson);
        gone = firm.person("gone", salesperson);
        Seat left = firm.seat(east1, false);
        firm.stints.add(new Stint(left.id(), gone.id(), true, today.minusYears(2), today.minusDays(9)));
    }

    private static Map<String, Allowed> allow(Map<Reach, List<List<String>>> reaches) {
        var allows = new HashMap<String, Allowed>();
        reaches.forEach((reach, lists) ->
                lists.forEach(list -> list.forEach(permission -> allows.put(permission, Allowed.to(reach)))));
        return allows;
    }

    private static Map<String, Allowed> mixed(Unit south) {
        var inSouth = new Allowed(CHOSEN, Set.of(south.id()));
        var allows = new HashMap<String, Allowed>();
        allows.put("customers:read", Allowed.to(DEPARTMENT_TREE));
        allows.put("customers:create", Allowed.to(OWN));
        allows.put("customers:edit", Allowed.to(ALL));
        allows.put("customers:delete", inSouth);
        allows.put("customers:assign", Allowed.to(ALL));
        allows.put("customers:export", Allowed.to(OWN));
        allows.put("opportunities:read", inSouth);
        allows.put("opportunities:create", Allowed.to(OWN));
        allows.put("opportunities:edit", Allowed.to(OWN));
        allows.put("opportunities:delete", Allowed.to(ALL));
        allows.put("opportunities:export", Allowed.to(DEPARTMENT));
        allows.put("activities:read", Allowed.to(SUBORDINATES));
        allows.put("activities:create", Allowed.to(OWN));
        allows.put("activities:edit", Allowed.to(ALL));
        allows.put("activities:delete", Allowed.to(OWN));
        allows.put("handovers:read", inSouth);
        allows.put("handovers:run", Allowed.to(ALL));
        allows.put("jobs:read", inSouth);
        allows.put("imports:read", inSouth);
        return allows;
    }
}

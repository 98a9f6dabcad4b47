package zhanggui.accounts;

import static zhanggui.access.Reach.DEPARTMENT_TREE;
import static zhanggui.access.Reach.OWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import zhanggui.access.Reach;

/** The roles a company starts with; from then on they are its own to change. */
final class DefaultRoles {
    record NewRole(String code, String name, String nameEn, List<Role.Allowed> allows) {}

    private static final String[] SELLING = {
        "customers:read", "customers:create", "customers:edit",
        "opportunities:read", "opportunities:create", "opportunities:edit",
        "activities:read", "activities:create", "activities:edit"
    };
    private static final String[] STEERING = {
        "customers:assign", "customers:delete", "customers:export",
        "opportunities:assign", "opportunities:delete", "opportunities:export",
        "activities:delete", "activities:export", "bin:read"
    };
    private static final String[] HANDING_OVER = {"handovers:read", "handovers:run", "handovers:export"};
    private static final String[] LOOKING_UP = {"people:read", "products:read", "reports:read", "rates:read"};
    private static final String[] OPERATING = {
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
        "imports:run",
        "imports:read",
        "jobs:read",
        "privacy:read",
        "privacy:export",
        "privacy:erase"
    };
    private static final String[] SHARING = {"listings:share"};
    private static final String[] STOPPING_WORK = {"jobs:cancel"};
    private static final String[] ADMINISTERING = {
        "accounts:read",
        "accounts:edit",
        "accounts:export",
        "audit:read",
        "audit:export",
        "company:edit",
        "customfields:edit",
        "backups:manage",
        "fields:reveal",
        "webhooks:manage",
        "bin:purge"
    };

    static final List<NewRole> ALL = List.of(
            role("salesperson", "销售", "Salesperson", allow(OWN, SELLING), allow(OWN, LOOKING_UP)),
            role(
                    "manager",
                    "销售经理",
                    "Sales manager",
                    allow(DEPARTMENT_TREE, SELLING),
                    allow(DEPARTMENT_TREE, STEERING),
                    allow(DEPARTMENT_TREE, HANDING_OVER),
                    allow(DEPARTMENT_TREE, LOOKING_UP),
                    allow(DEPARTMENT_TREE, "imports:run", "imports:read", "jobs:read"),
                    allow(OWN, STOPPING_WORK)),
            role(
                    "operations",
                    "销售管理部",
                    "Sales operations",
                    allow(Reach.ALL, SELLING),
                    allow(Reach.ALL, STEERING),
                    allow(Reach.ALL, HANDING_OVER),
                    allow(Reach.ALL, LOOKING_UP),
                    allow(Reach.ALL, OPERATING),
                    allow(Reach.ALL, SHARING),
                    allow(OWN, STOPPING_WORK)),
            role(
                    "director",
                    "总经理",
                    "Director",
                    allow(
                            Reach.ALL,
                            "customers:read",
                            "opportunities:read",
                            "activities:read",
                            "customers:export",
                            "opportunities:export",
                            "activities:export",
                            "customers:assign",
                            "opportunities:assign"),
                    allow(Reach.ALL, SHARING),
                    allow(Reach.ALL, LOOKING_UP)),
            role(
                    "administrator",
                    "管理员",
                    "Administrator",
                    allow(Reach.ALL, SELLING),
                    allow(Reach.ALL, STEERING),
                    allow(Reach.ALL, HANDING_OVER),
                    allow(Reach.ALL, LOOKING_UP),
                    allow(Reach.ALL, OPERATING),
                    allow(Reach.ALL, SHARING),
                    allow(Reach.ALL, STOPPING_WORK),
                    allow(Reach.ALL, ADMINISTERING)));

    private DefaultRoles() {}

    private static List<Role.Allowed> allow(Reach reach, String... permissions) {
        return Arrays.stream(permissions)
                .map(p -> new Role.Allowed(p, reach, Set.of()))
                .toList();
    }

    @SafeVarargs
    private static NewRole role(String code, String name, String nameEn, List<Role.Allowed>... allowed) {
        var all = new ArrayList<Role.Allowed>();
        for (var part : allowed) all.addAll(part);
        return new NewRole(code, name, nameEn, List.copyOf(all));
    }
}

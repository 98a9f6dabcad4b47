package zhanggui.accounts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.FieldLevel;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Reach;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.people.Organisation;
import zhanggui.people.Organisations;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** Roles as administrators change them; what they change counts from the next request of everyone who has them. */
@Service
@Transactional
class Roles {
    static final String TYPE = "roles";
    private final RoleStore store;
    private final Administrators administrators;
    private final Organisations organisations;
    private final RoleFields fields;
    private final Audit audit;
    private final Map<String, Permission> declared = new HashMap<>();

    Roles(
            RoleStore store,
            Administrators administrators,
            Organisations organisations,
            RoleFields fields,
            Audit audit,
            List<Permissions> permissions) {
        this.store = store;
        this.administrators = administrators;
        this.organisations = organisations;
        this.fields = fields;
        this.audit = audit;
        for (var module : permissions) module.all().forEach(p -> declared.put(p.name(), p));
    }

    /** @param units the chosen units when the reach is CHOSEN */
    record Allow(
            @NotBlank String permission,
            @NotNull Reach reach,
            @Nullable Set<UUID> units) {}

    record FieldRule(
            @NotBlank String list,
            @NotBlank String field,
            @NotNull FieldLevel level) {
        Role.Field rule() {
            return new Role.Field(list, field, level);
        }
    }

    /**
     * What a role is to be.
     *
     * @param fields what it says of single fields; as it is where absent, and nothing of those of which it says that they
     *     may be written
     */
    record EditRole(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @NotNull List<@NotNull @Valid Allow> allows,
            @Nullable @Size(max = 2000) List<@NotNull @Valid FieldRule> fields,
            @Nullable Integer version) {}

    /** @param people how many accounts have it */
    record RoleView(
            UUID id,
            String code,
            String name,
            String nameEn,
            List<Role.Allowed> allows,
            List<Role.Field> fields,
            int people,
            int version) {}

    /** A role as the log tells of it; how it tells of what is allowed, {@link RoleHistory} knows. */
    record Described(String name, String nameEn, List<String> allows, List<String> fields) {}

    @Transactional(readOnly = true)
    List<RoleView> all() {
        var people = store.people();
        return store.all().stream()
                .map(r -> view(r, people.getOrDefault(r.id(), 0)))
                .toList();
    }

    @Transactional(readOnly = true)
    RoleView get(UUID id) {
        return view(role(id), store.people().getOrDefault(id, 0));
    }

    UUID add(EditRole edit, Viewer viewer) {
        var allows = allows(edit);
        var role = new DefaultRoles.NewRole(
                freeCode(edit.nameEn()), edit.name().strip(), edit.nameEn().strip(), allows);
        var ruled = ruled(edit, List.of());
        var id = store.add(role);
        store.setFields(id, ruled);
        audit.created(viewer, new Subject(TYPE, id, role.name()), describe(role(id)));
        return id;
    }

    void change(UUID id, EditRole edit, Viewer viewer) {
        if (edit.version() == null) throw Refused.invalid("version", "not-null");
        int version = edit.version();
        var allows = allows(edit);
        administrators.keptBy(() -> {
            var before = role(id);
            var ruled = ruled(edit, before.fields());
            if (before.version() != version
                    || !store.rename(id, edit.name().strip(), edit.nameEn().strip(), version)) {
                throw Refused.stale(get(id));
            }
            store.setAllowed(id, allows);
            store.setFields(id, ruled);
            audit.changed(viewer, new Subject(TYPE, id, edit.name()), describe(before), describe(role(id)));
        });
    }

    /** Removes a role that nobody has. */
    void remove(UUID id, Viewer viewer) {
        var role = role(id);
        int people = store.people().getOrDefault(id, 0);
        if (people > 0) throw Refused.because(AccountReasons.ROLE_IN_USE, role.in(viewer.language()), people);
        store.remove(id);
        audit.deleted(viewer, new Subject(TYPE, id, role.name()), describe(role));
    }

    private List<Role.Allowed> allows(EditRole edit) {
        var allows = new ArrayList<Role.Allowed>();
        var problems = new ArrayList<FieldProblem>();
        var seen = new HashSet<String>();
        for (var allow : edit.allows()) {
            var at = "allows[" + allows.size() + "]";
            var permission = declared.get(allow.permission());
            if (permission == null) problems.add(FieldProblem.of(at + ".permission", "unknown", allow.permission()));
            else if (!seen.add(permission.name())) {
                problems.add(FieldProblem.of(at + ".permission", "taken", allow.permission()));
            }
            var units = allow.reach() == Reach.CHOSEN
                    ? Objects.requireNonNullElse(allow.units(), Set.<UUID>of())
                    : Set.<UUID>of();
            if (allow.reach() == Reach.CHOSEN && !areUnits(units)) {
                problems.add(FieldProblem.of(at + ".units", units.isEmpty() ? "not-empty" : "unknown", units));
            }
            var reach = permission == null || permission.scoped() ? allow.reach() : Reach.ALL;
            allows.add(new Role.Allowed(allow.permission(), reach, units));
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        return allows;
    }

    private List<Role.Field> ruled(EditRole edit, List<Role.Field> before) {
        if (edit.fields() == null) return before;
        var wanted = edit.fields().stream().map(FieldRule::rule).toList();
        var problems = fields.problems(wanted, before);
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        return wanted.stream().filter(f -> f.level() != FieldLevel.WRITE).toList();
    }

    private boolean areUnits(Set<UUID> units) {
        var today = organisations.today();
        return !units.isEmpty() && units.stream().allMatch(u -> today.unit(u).isPresent());
    }

    private String freeCode(String name) {
        var plain = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("(^[-0-9]+|-+$)", "");
        var base = plain.isEmpty() ? "role" : plain;
        var code = base;
        for (int n = 2; store.byCode(code).isPresent(); n++) code = base + "-" + n;
        return code;
    }

    private Role role(UUID id) {
        return store.byId(id).orElseThrow(Refused::notFound);
    }

    private static RoleView view(Role r, int people) {
        return new RoleView(r.id(), r.code(), r.name(), r.nameEn(), r.allows(), r.fields(), people, r.version());
    }

    private Described describe(Role role) {
        var today = organisations.today();
        return new Described(
                role.name(),
                role.nameEn(),
                role.allows().stream()
                        .map(a -> RoleHistory.logged(
                                a,
                                a.units().stream()
                                        .flatMap(u -> today.unit(u).stream())
                                        .map(Organisation.Unit::name)
                                        .sorted()
                                        .toList()))
                        .toList(),
                role.fields().stream().map(RoleHistory::logged).toList());
    }
}

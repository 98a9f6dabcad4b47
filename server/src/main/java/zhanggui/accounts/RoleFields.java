package zhanggui.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import zhanggui.access.FieldLevel;
import zhanggui.access.FieldRights;
import zhanggui.access.Viewer;
import zhanggui.audit.Records;
import zhanggui.listings.Column;
import zhanggui.listings.Kind;
import zhanggui.listings.Listing;
import zhanggui.problems.FieldProblem;
import zhanggui.texts.Texts;

/** What roles may say of the fields of records, and what those who have several of them may do with one. */
@Component
class RoleFields {
    private static final Set<Kind> TEXTS = Set.of(Kind.TEXT, Kind.PHONE, Kind.EMAIL, Kind.LINK);
    private final ObjectProvider<Records> records;
    private final Texts texts;

    /** @param records asked for later, since lists are made with the help of what knows viewers */
    RoleFields(ObjectProvider<Records> records, Texts texts) {
        this.records = records;
        this.texts = texts;
    }

    /** @param levels those a role may give it, the least first */
    record FieldView(String key, String label, List<FieldLevel> levels) {}

    record ListFields(String list, String label, List<FieldView> fields) {}

    /** Every field that roles may rule. */
    List<ListFields> all(Viewer viewer) {
        return records.getObject().lists().stream()
                .map(list -> new ListFields(
                        list.name(),
                        texts.get(viewer.language(), list.name()),
                        list.allColumns().stream()
                                .filter(c -> c.reveals().isEmpty())
                                .map(c -> new FieldView(c.key(), heading(list, c, viewer), levels(list, c)))
                                .toList()))
                .toList();
    }

    private String heading(Listing list, Column column, Viewer viewer) {
        return column.heading(list.name(), viewer.language(), texts);
    }

    private static List<FieldLevel> levels(Listing list, Column column) {
        var levels = new ArrayList<FieldLevel>();
        if (!list.isNeeded(column.key())) {
            levels.add(FieldLevel.HIDDEN);
            if (TEXTS.contains(column.kind())) levels.add(FieldLevel.MASKED);
        }
        levels.add(FieldLevel.READ);
        levels.add(FieldLevel.WRITE);
        return levels;
    }

    /** Why a role cannot say this; what it said before of fields there are no more may stay. */
    List<FieldProblem> problems(List<Role.Field> wanted, List<Role.Field> before) {
        var problems = new ArrayList<FieldProblem>();
        var seen = new HashSet<String>();
        for (int i = 0; i < wanted.size(); i++) {
            var f = wanted.get(i);
            var at = "fields[" + i + "]";
            if (!seen.add(f.list() + " " + f.field())) problems.add(FieldProblem.of(at + ".field", "taken", f.field()));
            if (before.contains(f)) continue;
            var list = records.getObject().lists().stream()
                    .filter(l -> l.name().equals(f.list()))
                    .findFirst();
            var column = list.stream()
                    .flatMap(l -> l.allColumns().stream())
                    .filter(c -> c.key().equals(f.field()) && c.reveals().isEmpty())
                    .findFirst();
            if (column.isEmpty()) problems.add(FieldProblem.of(at + ".field", "unknown", f.field()));
            else if (!levels(list.get(), column.get()).contains(f.level())) {
                problems.add(FieldProblem.of(at + ".level", "field-level", f.field()));
            }
        }
        return problems;
    }

    /** The roles through which somebody reads the records at all; all they have where there is none. */
    Set<UUID> counting(Listing list, AccountStore.Account account) {
        var readers = account.grants().stream()
                .filter(g -> g.permission().equals(list.readPermission()))
                .map(AccountStore.Granted::role)
                .collect(Collectors.toSet());
        if (!readers.isEmpty()) return readers;
        var all = account.grants().stream().map(AccountStore.Granted::role).collect(Collectors.toSet());
        account.ruled().forEach(r -> all.add(r.role()));
        return all;
    }

    /**
     * What several roles allow adds up, field by field; only those count through which somebody reads the records at all,
     * unless there is none. Whoever does not see everything does not read the log's own words of changes either, which
     * know no fields.
     */
    FieldRights of(AccountStore.Account account) {
        if (account.ruled().isEmpty()) return FieldRights.OPEN;
        var rules = new HashMap<String, Map<String, FieldLevel>>();
        for (var list : records.getObject().lists()) {
            var counting = counting(list, account);
            var levels = new HashMap<String, Map<UUID, FieldLevel>>();
            for (var r : account.ruled()) {
                if (!r.list().equals(list.name()) || !counting.contains(r.role())) continue;
                levels.computeIfAbsent(r.field(), f -> new HashMap<>()).put(r.role(), r.level());
            }
            var least = new HashMap<String, FieldLevel>();
            // A role that does not name a field leaves it open.
            levels.forEach((field, byRole) -> {
                if (byRole.size() < counting.size()) return;
                var level = byRole.values().stream().reduce(FieldLevel::or).orElseThrow();
                if (level != FieldLevel.WRITE) least.put(field, level);
            });
            if (!least.isEmpty()) rules.put(list.name(), Map.copyOf(least));
        }
        if (rules.isEmpty()) return FieldRights.OPEN;
        rules.put("audit", Map.of("changes", FieldLevel.HIDDEN));
        return new FieldRights(Map.copyOf(rules));
    }
}

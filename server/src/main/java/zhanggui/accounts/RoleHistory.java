package zhanggui.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.FieldLevel;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.audit.Change;
import zhanggui.audit.Line;
import zhanggui.audit.SubjectType;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The history of roles: one line for each permission that was given, taken or given another reach. */
@Configuration(proxyBeanMethods = false)
class RoleHistory {
    private static final String ALLOWS = "allows";
    private static final String FIELDS = "fields";
    private final Texts texts;
    private final Map<String, Permission> declared;

    RoleHistory(Texts texts, List<Permissions> permissions) {
        this.texts = texts;
        this.declared =
                permissions.stream().flatMap(p -> p.all().stream()).collect(Collectors.toMap(Permission::name, p -> p));
    }

    @Bean
    SubjectType roleHistoryType(RoleStore roles) {
        return SubjectType.open(
                        Roles.TYPE, "accounts:read", id -> roles.byId(id).isPresent())
                .withWords(this::lines);
    }

    /** As the log keeps it: {@code customers:read CHOSEN 华东、华南}. */
    static String logged(Role.Allowed allowed, List<String> units) {
        var words = allowed.permission() + " " + allowed.reach();
        return units.isEmpty() ? words : words + " " + String.join("、", units);
    }

    /** As the log keeps it: {@code customers.phone HIDDEN}. */
    static String logged(Role.Field field) {
        return field.list() + "." + field.field() + " " + field.level();
    }

    private List<Line> lines(Change change, Language language) {
        if (change.field().equals(FIELDS)) return fieldLines(change, language);
        if (!change.field().equals(ALLOWS)) return List.of();
        var before = reaches(change.before());
        var after = reaches(change.after());
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var lines = new ArrayList<Line>();
        for (var name : names) {
            var was = reach(name, before.get(name), language);
            var is = reach(name, after.get(name), language);
            if (!Objects.equals(was, is)) lines.add(new Line(ALLOWS + "." + name, label(name, language), was, is));
        }
        return lines;
    }

    private List<Line> fieldLines(Change change, Language language) {
        var before = reaches(change.before());
        var after = reaches(change.after());
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var lines = new ArrayList<Line>();
        for (var name : names) {
            var was = level(before.get(name), language);
            var is = level(after.get(name), language);
            if (!was.equals(is)) lines.add(new Line(FIELDS + "." + name, field(name, language), was, is));
        }
        return lines;
    }

    /** A custom field is called by its key: the names people give are not the texts'. */
    private String field(String name, Language language) {
        var list = name.substring(0, name.indexOf('.'));
        var heading = texts.find(language, name).orElse(name.substring(list.length() + 1));
        return texts.find(language, list).orElse(list) + " · " + heading;
    }

    private String level(@Nullable String level, Language language) {
        return texts.get(language, "field-level." + (level == null ? FieldLevel.WRITE : level));
    }

    private static Map<String, String> reaches(@Nullable Object logged) {
        var reaches = new HashMap<String, String>();
        if (logged instanceof List<?> all) {
            for (var one : all) {
                var words = String.valueOf(one).split(" ", 2);
                reaches.put(words[0], words.length > 1 ? words[1] : "");
            }
        }
        return reaches;
    }

    private String label(String name, Language language) {
        var colon = name.indexOf(':');
        if (colon < 0) return name;
        var module = name.substring(0, colon);
        return texts.get(language, "permission." + module) + " · "
                + texts.get(language, "permission." + module + "." + name.substring(colon + 1));
    }

    private @Nullable String reach(String name, @Nullable String logged, Language language) {
        if (logged == null) return null;
        var permission = declared.get(name);
        if (permission != null && !permission.scoped()) return texts.get(language, "reach.allowed");
        var words = logged.split(" ", 2);
        var reach = texts.find(language, "reach." + words[0]).orElse(words[0]);
        return words.length > 1 ? texts.get(language, "reach.units", reach, words[1]) : reach;
    }
}

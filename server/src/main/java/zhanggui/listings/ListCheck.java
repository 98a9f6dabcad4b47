package zhanggui.listings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import zhanggui.access.Permissions;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Refuses to start with a wrong declaration, and says all that is wrong at once. */
@Component
class ListCheck implements InitializingBean {
    private final List<Listing> lists;
    private final List<Permissions> permissions;
    private final Texts texts;

    ListCheck(List<Listing> lists, List<Permissions> permissions, Texts texts) {
        this.lists = lists;
        this.permissions = permissions;
        this.texts = texts;
    }

    @Override
    public void afterPropertiesSet() {
        var wrong = problems();
        if (!wrong.isEmpty()) throw new IllegalStateException("wrong lists:\n  " + String.join("\n  ", wrong));
    }

    List<String> problems() {
        var wrong = new ArrayList<String>();
        var names = new HashSet<String>();
        var known = permissions.stream()
                .flatMap(p -> p.all().stream())
                .map(p -> p.name())
                .collect(Collectors.toSet());
        for (var list : lists) {
            if (!names.add(list.name())) wrong.add(list.name() + ": declared twice");
            if (!known.contains(list.readPermission()))
                wrong.add(list.name() + ": no permission " + list.readPermission());
            for (var action : list.actions()) {
                if (!known.contains(list.module() + ":" + action)) {
                    wrong.add(list.name() + ": no permission for action " + action);
                }
            }
            columns(list, wrong);
            words(list, wrong);
        }
        return wrong;
    }

    private static void columns(Listing list, List<String> wrong) {
        var keys = new HashSet<String>();
        for (var column : list.columns()) {
            var at = list.name() + "." + column.key();
            if (!keys.add(column.key())) wrong.add(at + ": declared twice");
            if (column.kind() == Kind.CHOICE && column.options() == null) wrong.add(at + ": a choice without options");
            if (column.kind().isReference() && column.beside() == null) wrong.add(at + ": a reference without a name");
            if (column.totalled()
                    && !Number.class.isAssignableFrom(column.value().getType())) {
                wrong.add(at + ": a total of what is no number");
            }
        }
        var sort = ListQuery.Sort.parse(list.sort()).column();
        if (list.columns().stream().noneMatch(c -> c.key().equals(sort) && c.sortable())) {
            wrong.add(list.name() + ": sorted by " + sort + ", which it cannot be");
        }
        for (var group : list.groups()) {
            if (list.columns().stream().noneMatch(c -> c.key().equals(group) && c.options() != null)) {
                wrong.add(list.name() + ": grouped by " + group + ", which is no choice");
            }
        }
        list.views().forEach(view -> filter(list, view.filter(), wrong));
    }

    private static void filter(Listing list, Filter filter, List<String> wrong) {
        switch (filter) {
            case Filter.All(var parts) -> parts.forEach(p -> filter(list, p, wrong));
            case Filter.Any(var parts) -> parts.forEach(p -> filter(list, p, wrong));
            case Filter.Compare(var key, var operator, var values) -> {
                if (list.columns().stream()
                        .noneMatch(
                                c -> c.key().equals(key) && c.kind().operators().contains(operator))) {
                    wrong.add(list.name() + ": a view filters " + key + " " + operator);
                }
            }
        }
    }

    private void words(Listing list, List<String> wrong) {
        for (var language : Language.values()) {
            if (texts.find(language, list.name()).isEmpty()) wrong.add(list.name() + ": no heading in " + language);
            for (var column : list.columns()) {
                var key = list.name() + "." + column.key();
                if (texts.find(language, key).isEmpty()) wrong.add(key + ": no heading in " + language);
            }
            for (var view : list.views()) {
                if (texts.find(language, list.name() + ".view." + view.key())
                        .or(() -> texts.find(language, "view." + view.key()))
                        .isEmpty()) wrong.add(list.name() + ".view." + view.key() + ": no words in " + language);
            }
        }
    }
}

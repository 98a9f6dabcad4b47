package zhanggui.products;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The categories products stand in, as a tree. */
record CategoryTree(Map<UUID, Category> categories) {
    /** @param position its place among its siblings */
    record Category(
            UUID id,
            @Nullable UUID parent,
            String name,
            @Nullable String nameEn,
            int position,
            int version) {}

    static CategoryTree of(List<Category> all) {
        var byId = new HashMap<UUID, Category>();
        all.forEach(c -> byId.put(c.id(), c));
        return new CategoryTree(byId);
    }

    /** The names on a path that a person wrote with slashes or angles between them. */
    static List<String> steps(String path) {
        return Arrays.stream(path.split("[/>／＞]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** From the root, such as {@code 硬件 / 服务器}. */
    String path(UUID id) {
        var category = categories.get(id);
        if (category == null) return "";
        return category.parent() == null ? category.name() : path(category.parent()) + " / " + category.name();
    }

    /** The names of all, parents before their children, siblings in their order. */
    Map<UUID, String> paths() {
        var paths = new LinkedHashMap<UUID, String>();
        add(null, "", paths);
        return paths;
    }

    private void add(@Nullable UUID parent, String path, Map<UUID, String> paths) {
        for (var child : children(parent)) {
            paths.put(child.id(), path + child.name());
            add(child.id(), path + child.name() + " / ", paths);
        }
    }

    List<Category> children(@Nullable UUID parent) {
        var children = new ArrayList<>(categories.values().stream()
                .filter(c -> java.util.Objects.equals(c.parent(), parent))
                .toList());
        children.sort(Comparator.comparing(Category::position).thenComparing(Category::name));
        return children;
    }

    /** Whether {@code category} would stand above itself under that parent. */
    boolean cycle(UUID category, @Nullable UUID parent) {
        var above = parent;
        while (above != null) {
            if (above.equals(category)) return true;
            var next = categories.get(above);
            above = next == null ? null : next.parent();
        }
        return false;
    }
}

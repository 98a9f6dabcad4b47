package zhanggui.products;

import static org.jooq.impl.DSL.count;
import static zhanggui.products.db.Tables.CATEGORY;
import static zhanggui.products.db.Tables.PRODUCT;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;
import zhanggui.products.CategoryTree.Category;

/** The tree of product categories. */
@Service
@Transactional
class Categories {
    static final String TYPE = "categories";
    private final DSLContext db;
    private final Audit audit;

    Categories(DSLContext db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    record NewCategory(
            @Nullable UUID parent,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) String nameEn,
            int position) {}

    record EditCategory(
            @NotNull Integer version,
            @Nullable UUID parent,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) String nameEn,
            int position) {}

    /**
     * @param path its name and those above it
     * @param products how many stand directly in it
     */
    record Shown(
            UUID id,
            @Nullable UUID parent,
            String name,
            @Nullable String nameEn,
            String path,
            int position,
            int products,
            int version) {}

    /** A category as the log tells of it. */
    record State(
            @Nullable String parent, String name, @Nullable String nameEn, int position) {}

    /** Parents before their children. */
    @Transactional(readOnly = true)
    List<Shown> all() {
        var tree = tree();
        var products = db.select(PRODUCT.CATEGORY_ID, count())
                .from(PRODUCT)
                .where(PRODUCT.CATEGORY_ID.isNotNull())
                .groupBy(PRODUCT.CATEGORY_ID)
                .fetchMap(PRODUCT.CATEGORY_ID, count());
        return tree.paths().entrySet().stream()
                .map(e -> {
                    var c = Objects.requireNonNull(tree.categories().get(e.getKey()));
                    return new Shown(
                            c.id(),
                            c.parent(),
                            c.name(),
                            c.nameEn(),
                            e.getValue(),
                            c.position(),
                            products.getOrDefault(c.id(), 0),
                            c.version());
                })
                .toList();
    }

    @Transactional(readOnly = true)
    boolean exists(UUID id) {
        return db.fetchExists(CATEGORY, CATEGORY.ID.eq(id));
    }

    @Transactional(readOnly = true)
    Map<UUID, String> paths() {
        return tree().paths();
    }

    UUID add(NewCategory command, Viewer viewer) {
        viewer.require(Products.EDIT);
        var tree = tree();
        check(tree, null, command.parent(), command.name());
        var id = db.insertInto(CATEGORY)
                .set(CATEGORY.PARENT_ID, command.parent())
                .set(CATEGORY.NAME, command.name().strip())
                .set(CATEGORY.NAME_EN, command.nameEn())
                .set(CATEGORY.POSITION, command.position())
                .returningResult(CATEGORY.ID)
                .fetchSingle()
                .value1();
        var after = tree();
        audit.created(viewer, subject(after, id), state(after, id));
        return id;
    }

    void edit(UUID id, EditCategory command, Viewer viewer) {
        viewer.require(Products.EDIT);
        lockTree();
        var before = tree();
        var category = find(before, id);
        if (category.version() != command.version()) throw Refused.stale(category);
        check(before, id, command.parent(), command.name());
        if (before.cycle(id, command.parent())) throw Refused.invalid("parent", "category-cycle");
        db.update(CATEGORY)
                .set(CATEGORY.PARENT_ID, command.parent())
                .set(CATEGORY.NAME, command.name().strip())
                .set(CATEGORY.NAME_EN, command.nameEn())
                .set(CATEGORY.POSITION, command.position())
                .set(CATEGORY.VERSION, CATEGORY.VERSION.plus(1))
                .where(CATEGORY.ID.eq(id))
                .execute();
        var after = tree();
        audit.changed(viewer, subject(after, id), state(before, id), state(after, id));
    }

    void delete(UUID id, Viewer viewer) {
        viewer.require(Products.EDIT);
        lockTree();
        var tree = tree();
        find(tree, id);
        if (!tree.children(id).isEmpty() || db.fetchExists(PRODUCT, PRODUCT.CATEGORY_ID.eq(id))) {
            throw Refused.because(ProductReason.CATEGORY_IN_USE, tree.path(id));
        }
        db.deleteFrom(CATEGORY).where(CATEGORY.ID.eq(id)).execute();
        audit.deleted(viewer, subject(tree, id), state(tree, id));
    }

    /** The category at a path of at least one name, such as {@code 硬件 / 服务器}; what is missing on the way is made. */
    UUID at(List<String> path, Viewer viewer) {
        UUID parent = null;
        for (var name : path) {
            var above = parent;
            parent = tree().children(above).stream()
                    .filter(c -> c.name().equalsIgnoreCase(name) || name.equalsIgnoreCase(c.nameEn()))
                    .map(Category::id)
                    .findFirst()
                    .orElseGet(() -> add(new NewCategory(above, name, null, 0), viewer));
        }
        return Objects.requireNonNull(parent);
    }

    private static void check(CategoryTree tree, @Nullable UUID id, @Nullable UUID parent, String name) {
        if (parent != null && !tree.categories().containsKey(parent)) {
            throw Refused.invalid("parent", "unknown", parent);
        }
        if (tree.children(parent).stream()
                .anyMatch(c -> !c.id().equals(id) && c.name().equalsIgnoreCase(name.strip()))) {
            throw Refused.invalid("name", "taken", name);
        }
    }

    private static Category find(CategoryTree tree, UUID id) {
        var category = tree.categories().get(id);
        if (category == null) throw Refused.notFound();
        return category;
    }

    /** One change of the shape of the tree at a time, so that two together cannot close a cycle. */
    private void lockTree() {
        db.select(CATEGORY.ID).from(CATEGORY).orderBy(CATEGORY.ID).forUpdate().fetch();
    }

    private CategoryTree tree() {
        return CategoryTree.of(db.selectFrom(CATEGORY)
                .fetch(r -> new Category(
                        r.getId(), r.getParentId(), r.getName(), r.getNameEn(), r.getPosition(), r.getVersion())));
    }

    private static Subject subject(CategoryTree tree, UUID id) {
        return new Subject(TYPE, id, tree.path(id));
    }

    private static State state(CategoryTree tree, UUID id) {
        var category = find(tree, id);
        return new State(
                category.parent() == null ? null : tree.path(category.parent()),
                category.name(),
                category.nameEn(),
                category.position());
    }
}

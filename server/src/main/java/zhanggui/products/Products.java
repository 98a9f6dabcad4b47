package zhanggui.products;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Audit.Changed;
import zhanggui.audit.Subject;
import zhanggui.customfields.CustomFields;
import zhanggui.listings.FieldGuard;
import zhanggui.listings.Page.Reference;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.products.ProductCommands.EditProduct;
import zhanggui.products.ProductCommands.NewProduct;

/** The products of the company. Everyone who may read products reads all of them. */
@Service
@Transactional
public class Products {
    static final String READ = "products:read";
    static final String EDIT = "products:edit";
    private final ProductStore store;
    private final Categories categories;
    private final CustomFields fields;
    private final FieldGuard guard;
    private final Audit audit;

    Products(ProductStore store, Categories categories, CustomFields fields, FieldGuard guard, Audit audit) {
        this.store = store;
        this.categories = categories;
        this.fields = fields;
        this.guard = guard;
        this.audit = audit;
    }

    /** What the log says of a product, in words. */
    record State(
            @Nullable String code,
            String name,
            @Nullable String nameEn,
            @Nullable String category,
            @Nullable String series,
            @Nullable Grade grade,
            @Nullable String unit,
            Status status,
            @Nullable String description,
            @Nullable String externalId,
            List<String> aliases,
            List<String> prices,
            @JsonAnyGetter Map<String, @Nullable Object> custom) {}

    /** What products are called; ids of none are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> products) {
        return products.isEmpty() ? Map.of() : store.names(products);
    }

    /** The list prices of many products at once. */
    @Transactional(readOnly = true)
    public ListPrices prices(Collection<UUID> products, String currency) {
        return new ListPrices(currency, products.isEmpty() ? Map.of() : store.prices(products, currency));
    }

    @Transactional(readOnly = true)
    ProductRecord get(UUID id, Viewer viewer) {
        viewer.require(READ);
        var stored = store.find(List.of(id)).get(id);
        if (stored == null) throw Refused.notFound();
        return record(stored, viewer);
    }

    ProductRecord create(NewProduct command, Viewer viewer) {
        viewer.require(EDIT);
        var told = guard.guarded("products", command, null, viewer);
        var entered = told.product(store.newIds(1).getFirst());
        var custom = fields.check("products", viewer).check(told.custom(), null, entered.facts());
        var product = entered.with(custom.values());
        check(product, custom.problems());
        save(List.of(product), List.of(), "created", viewer);
        return get(product.id(), viewer);
    }

    ProductRecord edit(UUID id, EditProduct command, Viewer viewer) {
        viewer.require(EDIT);
        store.lock(id);
        var stored = store.find(List.of(id)).get(id);
        if (stored == null) throw Refused.notFound();
        if (stored.version() != command.version()) throw Refused.stale(record(stored, viewer));
        var before = stored.product();
        var told = guard.guarded("products", command, EditProduct.of(before, stored.version()), viewer);
        var entered = told.of(before);
        var custom = fields.check("products", viewer).check(told.custom(), before.custom(), entered.facts());
        var next = entered.with(custom.values());
        check(next, custom.problems());
        if (!next.equals(stored.product())) {
            save(List.of(), List.of(new Edited(stored.product(), next)), "changed", viewer);
        }
        return get(id, viewer);
    }

    /** The command that would change nothing. */
    EditProduct asCommand(UUID id, Viewer viewer) {
        viewer.require(EDIT);
        store.lock(id);
        var stored = store.find(List.of(id)).get(id);
        if (stored == null) throw Refused.notFound();
        return EditProduct.of(stored.product(), stored.version());
    }

    record Edited(Product before, Product after) {}

    /** Stores what was checked already, and says so in the log. */
    void save(List<Product> created, List<Edited> edited, String action, Viewer viewer) {
        store.insert(created);
        store.update(edited.stream().map(Edited::after).toList());
        var paths = categories.paths();
        var changes = new ArrayList<Changed>();
        for (var product : created) changes.add(new Changed(subject(product), null, state(product, paths)));
        for (var edit : edited) {
            changes.add(new Changed(subject(edit.after()), state(edit.before(), paths), state(edit.after(), paths)));
        }
        audit.record(viewer, action, changes);
    }

    private void check(Product product, List<FieldProblem> custom) {
        var problems = new ArrayList<>(problems(
                product,
                store.known(product.words().stream().map(Product.Known::word).toList())));
        problems.addAll(custom);
        if (product.category() != null && !categories.paths().containsKey(product.category())) {
            problems.add(FieldProblem.of("category", "unknown", product.category()));
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    static List<FieldProblem> problems(Product product, List<Product.Known> known) {
        var problems = new ArrayList<>(product.problems(known));
        for (int i = 0; i < product.prices().size(); i++) {
            var price = product.prices().get(i);
            if (price.to() != null && !price.to().isAfter(price.from())) {
                problems.add(FieldProblem.of("prices[" + i + "].to", "ends-before-begin"));
            }
        }
        return problems;
    }

    private ProductRecord record(ProductStore.Stored stored, Viewer viewer) {
        var p = stored.product();
        return new ProductRecord(
                p.id(),
                p.code(),
                p.name(),
                p.nameEn(),
                p.category() == null
                        ? null
                        : new Reference(p.category(), categories.paths().get(p.category())),
                p.series(),
                p.grade(),
                p.unit(),
                p.status(),
                p.description(),
                p.aliases(),
                p.prices(),
                p.externalId(),
                stored.custom(),
                stored.createdAt(),
                stored.updatedAt(),
                stored.version(),
                new ProductRecord.Can(viewer.may(EDIT)));
    }

    private static Subject subject(Product product) {
        return new Subject("products", product.id(), product.name());
    }

    private State state(Product p, Map<UUID, String> paths) {
        return new State(
                p.code(),
                p.name(),
                p.nameEn(),
                p.category() == null ? null : paths.get(p.category()),
                p.series(),
                p.grade(),
                p.unit(),
                p.status(),
                p.description(),
                p.externalId(),
                p.aliases(),
                p.prices().stream()
                        .map(price -> price.currency() + " " + price.amount().toPlainString() + " " + price.from()
                                + " – " + (price.to() == null ? "" : price.to()))
                        .toList(),
                fields.named("products", p.custom()).logged());
    }
}

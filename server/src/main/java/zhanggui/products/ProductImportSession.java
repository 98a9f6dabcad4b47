package zhanggui.products;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.FieldCheck;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.products.ProductCommands.NewPrice;

/** Takes products in: a row whose external id, name or code is known is an update of that product. */
final class ProductImportSession implements ImportSession {
    /** Since when the first price of a product holds that a file gives without a day. */
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private final ProductStore store;
    private final Products products;
    private final Categories categories;
    private final ProductChecks checks;
    private final CustomFields fields;
    private final FieldCheck custom;
    private final String currency;
    private final LocalDate today;
    private final Viewer viewer;
    private final Map<String, UUID> paths;

    ProductImportSession(
            ProductStore store,
            Products products,
            Categories categories,
            ProductChecks checks,
            CustomFields fields,
            String currency,
            LocalDate today,
            Viewer viewer,
            RowMemory memory) {
        this.store = store;
        this.products = products;
        this.categories = categories;
        this.checks = checks;
        this.fields = fields;
        this.custom = fields.check("products", viewer);
        this.currency = currency;
        this.today = today;
        this.viewer = viewer;
        this.paths = memory.map();
    }

    @Override
    public List<Outcome> take(List<ImportRow> rows) {
        var batch = new Batch(rows);
        var outcomes = rows.stream().map(batch::take).toList();
        products.save(List.copyOf(batch.created.values()), List.copyOf(batch.edited.values()), "imported", viewer);
        return outcomes;
    }

    /** What the rows of one batch find and what becomes of it; a later row sees what an earlier one made. */
    private final class Batch {
        final Map<UUID, Product> created = new LinkedHashMap<>();
        final Map<UUID, Products.Edited> edited = new LinkedHashMap<>();
        private final List<Product.Known> known;
        private final Map<String, UUID> external;
        private final Map<UUID, Product> stored = new HashMap<>();
        private final List<UUID> ids;

        Batch(List<ImportRow> rows) {
            var words = new ArrayList<String>();
            var externalIds = new ArrayList<String>();
            for (var row : rows) {
                for (var key : List.of("name", "code")) if (row.has(key)) words.add(String.valueOf(row.text(key)));
                words.addAll(row.tags("aliases"));
                if (row.has("externalId")) externalIds.add(String.valueOf(row.text("externalId")));
            }
            known = new ArrayList<>(store.known(words));
            external = new HashMap<>(store.byExternalId(externalIds));
            var found = new ArrayList<>(external.values());
            known.forEach(k -> found.add(k.product()));
            store.find(found).forEach((id, s) -> stored.put(id, s.product()));
            ids = new ArrayList<>(store.newIds(rows.size()));
        }

        Outcome take(ImportRow row) {
            try {
                var before = existing(row);
                var price = price(row, before);
                var entered = product(row, before, price);
                var told = fields.told("products", row);
                var checked = custom.check(
                        told.isEmpty() ? null : told, before == null ? null : before.custom(), entered.facts());
                var next = entered.with(checked.values());
                var problems = new ArrayList<>(checks.of(next, price, row));
                problems.addAll(checked.problems());
                problems.addAll(Products.problems(next, known));
                if (!problems.isEmpty()) return new Outcome.Refused(problems);
                if (row.has("category")) next = next.in(category(String.valueOf(row.text("category"))));
                if (next.equals(before)) return new Outcome.Skipped(FieldProblem.of("name", "unchanged"));
                remember(before, next);
                return before == null ? new Outcome.Created(next.id()) : new Outcome.Updated(next.id());
            } catch (Refused refused) {
                return new Outcome.Refused(refused.fields());
            }
        }

        private void remember(@Nullable Product before, Product next) {
            if (before == null || created.containsKey(next.id())) {
                created.put(next.id(), next);
            } else {
                var first = edited.get(next.id());
                edited.put(next.id(), new Products.Edited(first == null ? before : first.before(), next));
            }
            stored.put(next.id(), next);
            known.removeIf(k -> k.product().equals(next.id()));
            known.addAll(next.words());
            if (next.externalId() != null) external.put(next.externalId(), next.id());
        }

        private @Nullable Product existing(ImportRow row) {
            var externalId = row.text("externalId");
            if (externalId != null && external.containsKey(externalId)) return stored.get(external.get(externalId));
            return byWord(row.text("name"), Product.As.NAME) instanceof Product named
                    ? named
                    : byWord(row.text("code"), Product.As.CODE);
        }

        private @Nullable Product byWord(@Nullable String text, Product.As as) {
            if (text == null) return null;
            return known.stream()
                    .filter(k -> k.as() == as && k.word().equals(Product.word(text)))
                    .findFirst()
                    .map(k -> stored.get(k.product()))
                    .orElse(null);
        }

        private Product product(ImportRow row, @Nullable Product before, @Nullable NewPrice price) {
            var name = String.valueOf(row.text("name"));
            var old = before != null ? before : blank(name, ids.removeLast());
            var aliases = new ArrayList<>(old.aliases());
            aliases.addAll(row.tags("aliases"));
            var grade = row.text("grade");
            return new Product(
                    old.id(),
                    or(row.text("code"), old.code()),
                    Product.word(name).equals(Product.word(old.name())) ? old.name() : name,
                    or(row.text("nameEn"), old.nameEn()),
                    old.category(),
                    or(row.text("series"), old.series()),
                    grade != null ? Grade.valueOf(grade) : old.grade(),
                    or(row.text("unit"), old.unit()),
                    old.status(),
                    or(row.text("description"), old.description()),
                    or(row.text("externalId"), old.externalId()),
                    aliases,
                    prices(old.prices(), price),
                    old.custom());
        }

        /** Without a day, the first price of a product always held, and a different one holds from today on. */
        private @Nullable NewPrice price(ImportRow row, @Nullable Product before) {
            BigDecimal amount = row.number("price");
            if (amount == null) return null;
            var in = row.has("currency")
                    ? String.valueOf(row.text("currency")).strip().toUpperCase(Locale.ROOT)
                    : currency;
            var day = row.date("priceFrom");
            if (day != null) return new NewPrice(in, amount, day, null);
            var old = before == null ? List.<Price>of() : before.prices();
            var first = old.stream().noneMatch(p -> p.currency().equals(in));
            return new NewPrice(in, amount, first ? ALWAYS : today, null);
        }

        private List<Price> prices(List<Price> old, @Nullable NewPrice entered) {
            if (entered == null) return old;
            var price = entered.price();
            var history = new PriceHistory(old);
            var holds = history.on(price.from(), price.currency())
                    .filter(p -> p.amount().equals(price.amount()));
            return holds.isPresent() ? old : history.with(price).prices();
        }
    }

    private UUID category(String path) {
        var steps = CategoryTree.steps(path);
        if (steps.stream().anyMatch(step -> step.length() > 100)) throw Refused.invalid("category", "size");
        if (steps.isEmpty()) throw Refused.invalid("category", "invalid");
        return paths.computeIfAbsent(String.join("/", steps), p -> categories.at(steps, viewer));
    }

    private static Product blank(String name, UUID id) {
        return new Product(
                id,
                null,
                name,
                null,
                null,
                null,
                null,
                null,
                Status.ACTIVE,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }
}

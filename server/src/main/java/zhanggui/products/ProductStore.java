package zhanggui.products;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zhanggui.products.db.Tables.ALIAS;
import static zhanggui.products.db.Tables.PRICE;
import static zhanggui.products.db.Tables.PRODUCT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Result;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.CustomValues;

/** Products, their other names and prices in PostgreSQL. */
@Repository
class ProductStore {
    private static final Field<LocalDate> FROM = field("lower({0})", LocalDate.class, PRICE.VALID);
    private static final Field<LocalDate> TO = field("upper({0})", LocalDate.class, PRICE.VALID);
    private final DSLContext db;
    private final CustomFields fields;

    ProductStore(DSLContext db, CustomFields fields) {
        this.db = db;
        this.fields = fields;
    }

    record Stored(Product product, CustomValues custom, Instant createdAt, Instant updatedAt, int version) {}

    List<UUID> newIds(int count) {
        return db.fetch("select uuidv7() from generate_series(1, {0})", val(count))
                .map(r -> r.get(0, UUID.class));
    }

    /** By id; those that do not exist are missing. */
    Map<UUID, Stored> find(Collection<UUID> ids) {
        var aliases = multiset(select(ALIAS.ALIAS_)
                        .from(ALIAS)
                        .where(ALIAS.PRODUCT_ID.eq(PRODUCT.ID))
                        .orderBy(ALIAS.ALIAS_))
                .as("aliases")
                .convertFrom(r -> r.map(a -> a.value1()));
        var prices = multiset(select(PRICE.CURRENCY, PRICE.AMOUNT, FROM, TO)
                        .from(PRICE)
                        .where(PRICE.PRODUCT_ID.eq(PRODUCT.ID))
                        .orderBy(PRICE.CURRENCY, FROM))
                .as("prices")
                .convertFrom(r -> r.map(Records.mapping(Price::new)));
        var found = new LinkedHashMap<UUID, Stored>();
        var beside = fields.beside("products");
        db.select(PRODUCT.asterisk(), aliases, prices, beside)
                .from(PRODUCT)
                .where(PRODUCT.ID.eq(any(ids.toArray(UUID[]::new))))
                .forEach(r -> {
                    var p = r.into(PRODUCT);
                    var product = new Product(
                            p.getId(),
                            p.getCode(),
                            p.getName(),
                            p.getNameEn(),
                            p.getCategoryId(),
                            p.getSeries(),
                            p.getGrade() == null ? null : Grade.valueOf(p.getGrade()),
                            p.getUnit(),
                            Status.valueOf(p.getStatus()),
                            p.getDescription(),
                            p.getExternalId(),
                            r.get(aliases),
                            r.get(prices),
                            CustomValues.of(p.getCustom(), null).stored());
                    found.put(
                            p.getId(),
                            new Stored(
                                    product,
                                    CustomValues.of(p.getCustom(), r.get(beside)),
                                    p.getCreatedAt().toInstant(),
                                    p.getUpdatedAt().toInstant(),
                                    p.getVersion()));
                });
        return found;
    }

    /** Locks a product until the transaction ends, so that of two who save only one goes on at a time. */
    void lock(UUID id) {
        db.select(PRODUCT.ID).from(PRODUCT).where(PRODUCT.ID.eq(id)).forUpdate().fetch();
    }

    /** By which words, in lower case, products are known; names before codes before aliases. */
    List<Product.Known> known(Collection<String> words) {
        var wanted = any(words.stream().map(Product::word).distinct().toArray(String[]::new));
        return db.select(inline("NAME"), lower(PRODUCT.NAME), PRODUCT.ID)
                .from(PRODUCT)
                .where(lower(PRODUCT.NAME).eq(wanted))
                .unionAll(select(inline("CODE"), lower(PRODUCT.CODE), PRODUCT.ID)
                        .from(PRODUCT)
                        .where(lower(PRODUCT.CODE).eq(wanted)))
                .unionAll(select(inline("NAME_EN"), lower(PRODUCT.NAME_EN), PRODUCT.ID)
                        .from(PRODUCT)
                        .where(lower(PRODUCT.NAME_EN).eq(wanted)))
                .unionAll(select(inline("ALIAS"), lower(ALIAS.ALIAS_), ALIAS.PRODUCT_ID)
                        .from(ALIAS)
                        .where(lower(ALIAS.ALIAS_).eq(wanted)))
                .fetch(r -> new Product.Known(Product.As.valueOf(r.value1()), r.value2(), r.value3()));
    }

    Map<String, UUID> byExternalId(Collection<String> ids) {
        return db.select(PRODUCT.EXTERNAL_ID, PRODUCT.ID)
                .from(PRODUCT)
                .where(PRODUCT.EXTERNAL_ID.eq(any(ids.toArray(String[]::new))))
                .fetchMap(PRODUCT.EXTERNAL_ID, PRODUCT.ID);
    }

    void insert(List<Product> products) {
        if (products.isEmpty()) return;
        var insert = db.insertInto(
                PRODUCT,
                PRODUCT.ID,
                PRODUCT.CODE,
                PRODUCT.NAME,
                PRODUCT.NAME_EN,
                PRODUCT.CATEGORY_ID,
                PRODUCT.SERIES,
                PRODUCT.GRADE,
                PRODUCT.UNIT,
                PRODUCT.STATUS,
                PRODUCT.DESCRIPTION,
                PRODUCT.EXTERNAL_ID,
                PRODUCT.CUSTOM);
        for (var p : products) {
            insert = insert.values(
                    p.id(),
                    p.code(),
                    p.name(),
                    p.nameEn(),
                    p.category(),
                    p.series(),
                    p.grade() == null ? null : p.grade().name(),
                    p.unit(),
                    p.status().name(),
                    p.description(),
                    p.externalId(),
                    CustomValues.json(p.custom()));
        }
        insert.execute();
        insertChildren(products);
    }

    void update(List<Product> products) {
        if (products.isEmpty()) return;
        db.batch(products.stream()
                        .map(p -> db.update(PRODUCT)
                                .set(PRODUCT.CODE, p.code())
                                .set(PRODUCT.NAME, p.name())
                                .set(PRODUCT.NAME_EN, p.nameEn())
                                .set(PRODUCT.CATEGORY_ID, p.category())
                                .set(PRODUCT.SERIES, p.series())
                                .set(
                                        PRODUCT.GRADE,
                                        p.grade() == null ? null : p.grade().name())
                                .set(PRODUCT.UNIT, p.unit())
                                .set(PRODUCT.STATUS, p.status().name())
                                .set(PRODUCT.DESCRIPTION, p.description())
                                .set(PRODUCT.EXTERNAL_ID, p.externalId())
                                .set(PRODUCT.CUSTOM, CustomValues.json(p.custom()))
                                .set(PRODUCT.UPDATED_AT, org.jooq.impl.DSL.currentOffsetDateTime())
                                .set(PRODUCT.VERSION, PRODUCT.VERSION.plus(1))
                                .where(PRODUCT.ID.eq(p.id())))
                        .toList())
                .execute();
        var ids = any(products.stream().map(Product::id).toArray(UUID[]::new));
        db.deleteFrom(ALIAS).where(ALIAS.PRODUCT_ID.eq(ids)).execute();
        db.deleteFrom(PRICE).where(PRICE.PRODUCT_ID.eq(ids)).execute();
        insertChildren(products);
    }

    private void insertChildren(List<Product> products) {
        var aliases = db.insertInto(ALIAS, ALIAS.PRODUCT_ID, ALIAS.ALIAS_);
        var prices = db.insertInto(PRICE, PRICE.PRODUCT_ID, PRICE.CURRENCY, PRICE.AMOUNT, PRICE.VALID);
        boolean named = false;
        boolean priced = false;
        for (var product : products) {
            for (var alias : product.aliases()) {
                aliases = aliases.values(product.id(), alias);
                named = true;
            }
            for (var price : product.prices()) {
                prices = prices.values(
                        val(product.id()),
                        val(price.currency()),
                        val(price.amount()),
                        field(
                                "daterange({0}, {1})",
                                Object.class, val(price.from()), val(price.to(), SQLDataType.LOCALDATE)));
                priced = true;
            }
        }
        if (named) aliases.execute();
        if (priced) prices.execute();
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return db.select(PRODUCT.ID, PRODUCT.NAME)
                .from(PRODUCT)
                .where(PRODUCT.ID.eq(any(ids.toArray(UUID[]::new))))
                .fetchMap(PRODUCT.ID, PRODUCT.NAME);
    }

    Map<UUID, List<Price>> prices(Collection<UUID> ids, String currency) {
        Map<UUID, Result<org.jooq.Record5<UUID, String, java.math.BigDecimal, LocalDate, LocalDate>>> rows = db.select(
                        PRICE.PRODUCT_ID, PRICE.CURRENCY, PRICE.AMOUNT, FROM, TO)
                .from(PRICE)
                .where(PRICE.PRODUCT_ID.eq(any(ids.toArray(UUID[]::new))), PRICE.CURRENCY.eq(currency))
                .fetchGroups(PRICE.PRODUCT_ID);
        var prices = new LinkedHashMap<UUID, List<Price>>();
        rows.forEach((product, of) ->
                prices.put(product, of.map(r -> new Price(r.value2(), r.value3(), r.value4(), r.value5()))));
        return prices;
    }
}

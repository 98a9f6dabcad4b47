package zhanggui.products;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.listAgg;
import static org.jooq.impl.DSL.select;
import static zhanggui.products.db.Tables.ALIAS;
import static zhanggui.products.db.Tables.CATEGORY;
import static zhanggui.products.db.Tables.PRICE;
import static zhanggui.products.db.Tables.PRODUCT;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Scope;
import zhanggui.audit.SubjectType;
import zhanggui.company.CompanyDirectory;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.FieldHost;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Listing;
import zhanggui.listings.Operator;
import zhanggui.listings.Options;

/** Products as a list. */
@Configuration(proxyBeanMethods = false)
class ProductList {
    @Bean
    Permissions productPermissions() {
        return Permissions.of(
                Permission.plain("products", "read"),
                Permission.plain("products", "edit"),
                Permission.plain("products", "export"));
    }

    /** Categories stand in no list; who may look at products may look at them. */
    @Bean
    SubjectType categoryHistory(Categories categories) {
        return SubjectType.open(Categories.TYPE, "products:read", categories::exists);
    }

    @Bean
    FieldHost productFields() {
        return FieldHost.of("products", PRODUCT.CUSTOM, "grade", "status", "category");
    }

    @Bean
    Listing productListing(Categories categories, CustomFields fields) {
        Options inCategories = (language, texts) -> categories.paths().entrySet().stream()
                .map(e -> new Options.Option(e.getKey().toString(), e.getValue(), null))
                .toList();
        var currency = CompanyDirectory.currency();
        var aliases = field(select(listAgg(ALIAS.ALIAS_, ", ").withinGroupOrderBy(ALIAS.ALIAS_))
                .from(ALIAS)
                .where(ALIAS.PRODUCT_ID.eq(PRODUCT.ID)));
        var listPrice = field(select(PRICE.AMOUNT)
                .from(PRICE)
                .where(PRICE.PRODUCT_ID.eq(PRODUCT.ID), PRICE.CURRENCY.eq(currency))
                .and(condition("{0} @> {1}", PRICE.VALID, CompanyDirectory.today())));
        return Listing.of(
                        "products",
                        "products",
                        PRODUCT.leftJoin(CATEGORY).on(CATEGORY.ID.eq(PRODUCT.CATEGORY_ID)),
                        PRODUCT.ID,
                        Scope.unlimited(),
                        "name",
                        List.of(
                                Column.text("name", PRODUCT.NAME).inSearch(),
                                Column.text("nameEn", PRODUCT.NAME_EN)
                                        .inSearch()
                                        .onDemand(),
                                Column.text("code", PRODUCT.CODE).inSearch(),
                                Column.choice("category", PRODUCT.CATEGORY_ID, inCategories)
                                        .sortedBy(CATEGORY.NAME),
                                Column.text("series", PRODUCT.SERIES).inSearch(),
                                Column.choice("grade", PRODUCT.GRADE, Options.of(Grade.class, "product.grade")),
                                Column.text("unit", PRODUCT.UNIT),
                                Column.money("listPrice", listPrice, currency),
                                Column.choice("status", PRODUCT.STATUS, Options.of(Status.class, "product.status")),
                                Column.text("aliases", aliases).inSearch().onDemand(),
                                Column.text("externalId", PRODUCT.EXTERNAL_ID).onDemand(),
                                Column.instant("createdAt", PRODUCT.CREATED_AT).onDemand(),
                                Column.instant("updatedAt", PRODUCT.UPDATED_AT).onDemand()))
                .withViews(
                        new Listing.View("active", Filter.where("status", Operator.IS, "ACTIVE")),
                        new Listing.View("all", Filter.EVERYTHING))
                .titled("name")
                .entering("name", "nameEn", "code", "category", "series", "grade", "unit", "status")
                .foundBySound(PRODUCT.SOUND, "name", "code")
                .needing("status")
                .telling("prices", "listPrice")
                .withMore(fields.columns("products"))
                .groupedBy("category", "grade", "status")
                .withActions("edit", "export");
    }
}

package zhanggui.products;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.company.CompanySettings;
import zhanggui.customfields.CustomFields;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;

/** Products from files. */
@Component
@Order(20)
class ProductImport implements ImportKind {
    private final ProductStore store;
    private final Products products;
    private final Categories categories;
    private final ProductChecks checks;
    private final CustomFields custom;
    private final CompanySettings company;
    private final Clock clock;

    ProductImport(
            ProductStore store,
            Products products,
            Categories categories,
            ProductChecks checks,
            CustomFields custom,
            CompanySettings company,
            Clock clock) {
        this.store = store;
        this.products = products;
        this.categories = categories;
        this.checks = checks;
        this.custom = custom;
        this.company = company;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "products";
    }

    @Override
    public String permission() {
        return Products.EDIT;
    }

    @Override
    public List<ImportField> fields() {
        return Stream.concat(fixed().stream(), custom.importFields("products").stream())
                .toList();
    }

    private static List<ImportField> fixed() {
        return List.of(
                ImportField.text("name", "product", "product name", "product_name", "产品", "产品名称", "名称", "品名")
                        .need(),
                ImportField.text("nameEn", "english name", "name_en", "英文名", "英文名称"),
                ImportField.text("code", "sku", "product code", "product_code", "产品编码", "编码", "料号", "货号"),
                ImportField.text("series", "product line", "系列", "产品系列", "产品线"),
                ImportField.text("category", "product category", "类别", "分类", "产品类别", "产品分类"),
                ImportField.value("grade", new GradeVocabulary(), "tier", "level", "等级", "档次", "产品等级"),
                ImportField.text("unit", "uom", "单位", "计量单位"),
                ImportField.number(
                        "price",
                        "sales_price",
                        "sales price",
                        "list price",
                        "list_price",
                        "unit price",
                        "价格",
                        "单价",
                        "目录价",
                        "标准价格",
                        "售价"),
                ImportField.text("currency", "ccy", "币种", "货币"),
                ImportField.date("priceFrom", "valid from", "effective date", "生效日期", "价格生效日"),
                ImportField.tags("aliases", "alias", "other names", "别名", "其他名称", "曾用名"),
                ImportField.text("description", "描述", "说明", "产品描述"),
                ImportField.text("externalId", "product_id", "product id", "id", "外部编号", "产品编号"));
    }

    @Override
    public ImportSession open(Viewer viewer, RowMemory memory) {
        var today = viewer.calendar().day(clock.instant());
        return new ProductImportSession(
                store, products, categories, checks, custom, company.get().currency(), today, viewer, memory);
    }
}

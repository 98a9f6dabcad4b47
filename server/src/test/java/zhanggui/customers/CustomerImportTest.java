package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.problems.FieldProblem;

class CustomerImportTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    CustomerImport kind;

    @Autowired
    CustomerVocabulary vocabulary;

    @Autowired
    Customers customers;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeAll
    void world() {
        world.exists();
    }

    private List<Outcome> take(String who, List<ImportRow> rows) {
        return new TransactionTemplate(transactions).execute(status -> {
            var session = kind.open(world.viewer(who));
            var inOrder = session.before(rows);
            var outcomes = new HashMap<Integer, Outcome>();
            for (int i = 0; i < inOrder.size(); i += 500) {
                var some = inOrder.subList(i, Math.min(inOrder.size(), i + 500));
                var taken = session.take(some);
                for (int j = 0; j < some.size(); j++) outcomes.put(some.get(j).line(), taken.get(j));
            }
            session.after();
            return rows.stream().map(r -> outcomes.get(r.line())).toList();
        });
    }

    private static ImportRow row(int line, String... cells) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < cells.length; i += 2) map.put(cells[i], cells[i + 1]);
        return new ImportRow(line, map);
    }

    private static UUID id(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Created(var id) -> id;
            case Outcome.Updated(var id) -> id;
            default -> throw new AssertionError(outcome);
        };
    }

    private CustomerView view(Outcome outcome) {
        return customers.view(id(outcome), world.viewer("ops"));
    }

    private ImportField field(String key) {
        return kind.fields().stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The folder of real files stands beside the repository, not in it. */
    private static Optional<Path> accounts() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var file = at.resolve("shared/data/crm-sales-opportunities/accounts.csv");
            if (Files.exists(file)) return Optional.of(file);
        }
        return Optional.empty();
    }

    private static ImportRow account(int line, String text) {
        var cells = text.split(",", -1);
        var map = new HashMap<String, Object>();
        map.put("name", cells[0]);
        map.put("industry", cells[1].equals("technolgy") ? "technology" : cells[1]);
        map.put("annualRevenue", new BigDecimal(cells[3]));
        map.put("employees", new BigDecimal(cells[4]));
        map.put("country", cells[5]);
        if (!cells[6].isEmpty()) map.put("parent", cells[6]);
        return new ImportRow(line, map);
    }

    @Test
    void theRealAccountsComeInWithTheirParents() throws IOException {
        var file = accounts();
        assumeThat(file).as("shared/data is not above the working directory").isPresent();
        var lines = Files.readAllLines(file.get());
        assertThat(headed("account")).isEqualTo("name");
        assertThat(headed("sector")).isEqualTo("industry");
        assertThat(headed("office_location")).isEqualTo("country");
        assertThat(headed("subsidiary_of")).isEqualTo("parent");
        assertThat(headed("revenue")).isEqualTo("annualRevenue");
        assertThat(headed("year_established")).isNull();
        var sectors =
                lines.stream().skip(1).map(l -> l.split(",")[1]).distinct().toList();
        var known =
                java.util.Objects.requireNonNull(field("industry").vocabulary()).find(sectors, world.viewer("ops"));
        assertThat(sectors).filteredOn(s -> !known.containsKey(s)).containsExactly("technolgy");

        var rows = new ArrayList<ImportRow>();
        for (int i = 1; i < lines.size(); i++) rows.add(account(i + 1, lines.get(i)));
        var outcomes = take("ops", rows);
        assertThat(outcomes).hasSize(85).allMatch(o -> o instanceof Outcome.Created);
        var byName = new HashMap<String, CustomerView>();
        outcomes.forEach(o -> byName.put(view(o).customer().name(), view(o)));
        for (var row : rows) {
            var parent = java.util.Objects.requireNonNull(byName.get(row.text("name")))
                    .customer()
                    .parent();
            assertThat(parent == null ? null : parent.name()).isEqualTo(row.text("parent"));
        }
        assertThat(byName.get("Acme Corporation").children()).isEqualTo(4);
        assertThat(byName.get("Acme Corporation").customer().annualRevenue().amount())
                .isEqualByComparingTo("1100.04");

        var again = take("ops", rows);
        assertThat(again).hasSize(85).allMatch(o -> o instanceof Outcome.Updated);
        assertThat(view(again.getFirst()).customer().version())
                .as("what did not change keeps its version")
                .isEqualTo(1);
        assertThat(vocabulary.find(List.of("acme corporation", "Acme Corp.", "Nobody"), world.viewer("ops")))
                .containsOnlyKeys("acme corporation", "Acme Corp.");
        assertThat(vocabulary.find(List.of("Acme Corporation"), world.viewer("li")))
                .isEmpty();
    }

    private String headed(String heading) {
        return kind.fields().stream()
                .filter(f -> f.headings().contains(heading))
                .map(ImportField::key)
                .findFirst()
                .orElse(null);
    }

    @Test
    void aRowBringsItsContactAndFurtherRowsFurtherContacts() {
        var outcomes = take(
                "zhou",
                List.of(
                        row(2, "name", "文件甲", "contactName", "张一", "contactMobile", "13700137001"),
                        row(3, "name", "文件甲", "contactName", "张二", "contactEmail", "zhang2@wenjian.cn"),
                        row(4, "name", "文件甲有限公司", "contactName", "张一", "contactMobile", "137 0013 7001"),
                        row(5, "name", "文件乙", "contactMobile", "13700137005"),
                        row(6, "name", "文件丙", "phone", "不知道")));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Created.class);
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Updated(id(outcomes.get(0))));
        assertThat(outcomes.get(2)).isEqualTo(new Outcome.Skipped(FieldProblem.of("name", "customer-twice")));
        assertThat(outcomes.get(3))
                .isEqualTo(new Outcome.Refused(List.of(FieldProblem.of("contactName", "not-blank"))));
        assertThat(outcomes.get(4)).isInstanceOf(Outcome.Refused.class);
        var customer = view(outcomes.getFirst());
        assertThat(customer.customer().owner().name()).isEqualTo("周组长");
        assertThat(customer.contacts()).extracting(ContactState::name).containsExactlyInAnyOrder("张一", "张二");
        var again =
                take("zhou", List.of(row(2, "name", "文件甲", "contactName", "张一", "contactTitle", "经理", "city", "宁波")));
        var changed = view(again.getFirst());
        assertThat(changed.customer().city()).isEqualTo("宁波");
        assertThat(changed.contacts())
                .hasSize(2)
                .extracting(ContactState::title)
                .contains("经理");
    }

    @Test
    void rowsFindWhatIsThereByIdThenCodeThenName() {
        var made =
                take("zhou", List.of(row(2, "name", "匹配甲", "externalId", "M-1", "creditCode", "914403001922038216")));
        var id = id(made.getFirst());
        assertThat(take("zhou", List.of(row(2, "name", "改名", "externalId", "M-1"))))
                .containsExactly(new Outcome.Updated(id));
        assertThat(take("zhou", List.of(row(2, "name", "匹配甲", "creditCode", "914403001922038216"))))
                .containsExactly(new Outcome.Updated(id));
        assertThat(take("zhou", List.of(row(2, "name", "匹配甲公司")))).containsExactly(new Outcome.Updated(id));
        assertThat(take("zhou", List.of(row(2, "name", "匹配甲", "externalId", "M-2"))))
                .containsExactly(new Outcome.Skipped(FieldProblem.of("name", "customer-known", "匹配甲公司")));
    }

    @Test
    void whatIsOutOfReachIsRefusedWithoutSayingWhoItIs() {
        customers.create(SaveCustomer.named("深圳秘密客户科技有限公司"), world.viewer("zhao"));
        assertThat(take("zhou", List.of(row(2, "name", "秘密客户科技（深圳）"))))
                .containsExactly(
                        new Outcome.Refused(List.of(FieldProblem.of("name", "customer-out-of-reach", "深圳**公司"))));
    }

    @Test
    void parentsMayComeLaterAndCirclesAreRefused() {
        var outcomes = take(
                "zhou",
                List.of(
                        row(2, "name", "上下甲", "parent", "上下乙"),
                        row(3, "name", "上下乙", "parent", "上下丙"),
                        row(4, "name", "上下丙"),
                        row(5, "name", "圈甲", "parent", "圈乙"),
                        row(6, "name", "圈乙", "parent", "圈甲"),
                        row(7, "name", "上下丁", "parent", "不存在的母公司")));
        assertThat(view(outcomes.get(0)).customer().parent().name()).isEqualTo("上下乙");
        assertThat(view(outcomes.get(1)).customer().parent().name()).isEqualTo("上下丙");
        assertThat(outcomes.subList(3, 5))
                .containsOnly(new Outcome.Refused(List.of(FieldProblem.of("parent", "customer-cycle"))));
        assertThat(outcomes.get(5))
                .isEqualTo(new Outcome.Refused(List.of(FieldProblem.of("parent", "unknown", "不存在的母公司"))));
        assertThat(ImportedParents.circles(Map.of("a", "b", "b", "c", "c", "b", "d", "a")))
                .isEqualTo(Set.of("b", "c"));
    }

    @Test
    void createdDatesAndOwnersStayAsTheFileSays() {
        var cells = new HashMap<String, Object>();
        cells.put("name", "旧客户甲");
        cells.put("createdAt", java.time.LocalDate.of(2019, 5, 1));
        cells.put("owner", world.id("wang").toString());
        var made = take("zhou", List.of(new ImportRow(2, cells)));
        assertThat(view(made.getFirst()).customer().createdAt()).isEqualTo("2019-04-30T16:00:00Z");
        assertThat(view(made.getFirst()).customer().owner().name()).isEqualTo("王梅");
        cells.put("name", "旧客户乙");
        assertThat(take("li", List.of(new ImportRow(2, cells))))
                .containsExactly(new Outcome.Refused(List.of(FieldProblem.of("owner", "customer-owner"))));
    }

    @Test
    void aGroupAndItsCompanyAreTwoCustomers() {
        var outcomes = take(
                "zhou",
                List.of(
                        row(2, "name", "云帆甲有限公司", "externalId", "G-2", "parent", "云帆甲集团"),
                        row(3, "name", "云帆甲集团有限公司", "externalId", "G-1")));
        assertThat(outcomes).allMatch(o -> o instanceof Outcome.Created);
        assertThat(view(outcomes.getFirst()).customer().parent().name()).isEqualTo("云帆甲集团有限公司");
    }

    @Test
    void externalIdsDecideBeforeNames() {
        var file = List.of(row(2, "name", "同名公司", "externalId", "S-1"), row(3, "name", "同名公司", "externalId", "S-2"));
        var made = take("zhou", file);
        assertThat(made).allMatch(o -> o instanceof Outcome.Created);
        assertThat(take(
                        "zhou",
                        List.of(
                                row(2, "name", "同名公司", "externalId", "S-1", "city", "杭州"),
                                row(3, "name", "同名公司", "externalId", "S-2", "city", "宁波"))))
                .containsExactly(new Outcome.Updated(id(made.get(0))), new Outcome.Updated(id(made.get(1))));
        assertThat(view(made.get(0)).customer().city()).isEqualTo("杭州");
        assertThat(view(made.get(1)).customer().city()).isEqualTo("宁波");
        assertThat(take("zhou", List.of(row(2, "name", "同名公司", "externalId", "S-3"))))
                .containsExactly(new Outcome.Skipped(FieldProblem.of("name", "customer-known", "同名公司")));
    }

    @Test
    void whoSharesATelephoneOrADomainWithAKnownCustomerIsLeftOutUnlessMeant() {
        var known = SaveCustomer.named("查重已有公司");
        customers.create(known, world.viewer("zhao"));
        var before = take(
                "zhao",
                List.of(row(
                        2,
                        "name",
                        "查重已有公司",
                        "phone",
                        "0755-83765566",
                        "contactName",
                        "甲",
                        "contactEmail",
                        "a@chachong.cn")));
        assertThat(before.getFirst()).isInstanceOf(Outcome.Updated.class);
        var file = List.of(
                row(2, "name", "全新甲", "phone", "075583765566"),
                row(3, "name", "全新乙", "contactName", "乙", "contactEmail", "b@ChaChong.cn"),
                row(4, "name", "全新丙", "contactName", "丙", "contactEmail", "c@qq.com"),
                row(5, "name", "全新丁", "parent", "全新丙", "site", "https://www.chachong.cn/ding"));
        var outcomes = take("zhou", file);
        assertThat(outcomes.get(0))
                .isEqualTo(new Outcome.Skipped(
                        FieldProblem.of("name", "customer-same-phone", "查重**公司", "+8675583765566")));
        assertThat(outcomes.get(1))
                .isEqualTo(
                        new Outcome.Skipped(FieldProblem.of("name", "customer-same-domain", "查重**公司", "chachong.cn")));
        assertThat(outcomes.subList(2, 4)).allMatch(o -> o instanceof Outcome.Created);
        var cells = new HashMap<>(file.getFirst().cells());
        cells.put("evenIfDuplicate", true);
        assertThat(take("zhou", List.of(new ImportRow(2, cells))).getFirst()).isInstanceOf(Outcome.Created.class);
    }

    @Test
    void aCompanyIsNotTakenWithoutTheParentTheFileNames() {
        var top = id(take("zhou", List.of(row(2, "name", "环路上级"))).getFirst());
        var below = id(
                take("zhou", List.of(row(2, "name", "环路下级", "parent", "环路上级"))).getFirst());
        var outcomes = take(
                "zhou",
                List.of(
                        row(2, "name", "拒绝之子", "parent", "拒绝之母"),
                        row(3, "name", "拒绝之母", "phone", "不知道"),
                        row(4, "name", "环路上级", "parent", "环路下级"),
                        row(5, "name", "搬家下级", "parent", "环路上级")));
        assertThat(outcomes.get(0))
                .isEqualTo(new Outcome.Refused(List.of(FieldProblem.of("parent", "customer-parent-refused", "拒绝之母"))));
        assertThat(outcomes.get(2))
                .isEqualTo(new Outcome.Refused(List.of(FieldProblem.of("parent", "customer-cycle"))));
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Created.class);
        assertThat(customers.view(top, world.viewer("ops")).customer().parent()).isNull();
        var moved = take("zhou", List.of(row(2, "name", "环路下级", "parent", "环路新上级"), row(3, "name", "环路新上级")));
        assertThat(moved.getFirst()).isEqualTo(new Outcome.Updated(below));
        assertThat(view(moved.getFirst()).customer().parent().name()).isEqualTo("环路新上级");
        assertThat(view(moved.getFirst()).customer().version()).isEqualTo(2);
    }

    @Test
    void customersAreGivenOnlyToPeopleWithinReach() {
        assertThat(take(
                        "zhou",
                        List.of(row(2, "name", "越界客户", "owner", world.id("zhao").toString()))))
                .containsExactly(new Outcome.Refused(List.of(FieldProblem.of("owner", "customer-owner"))));
        assertThat(take(
                                "ops",
                                List.of(row(
                                        2,
                                        "name",
                                        "越界客户",
                                        "owner",
                                        world.id("zhao").toString())))
                        .getFirst())
                .isInstanceOf(Outcome.Created.class);
    }

    @Test
    void contactsOfTheSameNameAreToldApartOrRefused() {
        var outcomes = take(
                "zhou",
                List.of(
                        row(2, "name", "同名联系人", "contactName", "王伟", "contactMobile", "13700137201"),
                        row(3, "name", "同名联系人", "contactName", "王伟", "contactMobile", "13700137202"),
                        row(4, "name", "同名联系人", "contactName", "王伟", "contactTitle", "经理")));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Updated.class);
        assertThat(outcomes.get(2))
                .isEqualTo(new Outcome.Refused(List.of(FieldProblem.of("contactName", "contact-twice", "王伟"))));
        assertThat(view(outcomes.getFirst()).contacts()).hasSize(2);
        var again = take(
                "zhou",
                List.of(
                        row(
                                2,
                                "name",
                                "同名联系人",
                                "contactName",
                                "王伟",
                                "contactMobile",
                                "13700137202",
                                "contactTitle",
                                "副"),
                        row(
                                3,
                                "name",
                                "同名联系人",
                                "contactName",
                                "王伟",
                                "contactMobile",
                                "13700137201",
                                "contactTitle",
                                "正")));
        assertThat(view(again.getFirst()).contacts())
                .extracting(c -> c.mobile() + c.title())
                .containsExactlyInAnyOrder("+8613700137202副", "+8613700137201正");
        assertThat(take("zhou", List.of(row(2, "name", "同名联系人", "contactName", "王伟", "contactNote", "谁？"))))
                .containsExactly(
                        new Outcome.Refused(List.of(FieldProblem.of("contactName", "contact-ambiguous", "王伟"))));
    }
}

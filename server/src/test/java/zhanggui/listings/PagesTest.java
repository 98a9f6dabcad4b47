package zhanggui.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;

/** However one comes to a page, it holds the same rows: on customers full of ties and absent values. */
class PagesTest extends TestApplication {
    private static final Filter THESE = Filter.where("city", Operator.IS, "页城");
    private static final List<String> SORTABLE = List.of(
            "name",
            "number",
            "level",
            "status",
            "owner",
            "lastFollowedAt",
            "employees",
            "annualRevenue",
            "industry",
            "source",
            "createdAt");
    private static final int ROWS = 97;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    Lists lists;

    private Viewer viewer;
    private Listing customers;

    @BeforeAll
    void customers() {
        viewer = world.exists().viewer("admin");
        customers = lists.find("customers", viewer);
        db.execute(
                """
                insert into customers.customer
                  (name, city, level, status, owner_id, last_followed_at, employees, annual_revenue, source, created_by,
                   created_at)
                select (array['甲','乙','a','B','丙''%'])[1 + n % 5], '页城', (array['A', 'B', null])[1 + n % 3],
                  (array['ACTIVE', 'LOST'])[1 + n % 2],
                  (array[{0}, {1}, null]::uuid[])[1 + n * 7 % 3],
                  case when n % 4 > 0 then timestamptz '2026-01-01' + n % 5 * interval '1.000001 s' end,
                  case when n % 3 > 0 then n % 4 end, case when n % 5 > 0 then n % 3 + 0.10 end,
                  case when n % 7 = 0 then 'web' end, {0}, timestamptz '2025-01-01' + n / 9 * interval '1 day'
                from generate_series(1, {2}) n""",
                org.jooq.impl.DSL.val(world.id("li")),
                org.jooq.impl.DSL.val(world.id("wang")),
                org.jooq.impl.DSL.val(ROWS));
        db.execute("update customers.customer set industry = 'retail' where city = '页城' and employees = 1");
    }

    @AfterAll
    void gone() {
        db.execute("delete from customers.customer where city = '页城'");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26})
    void walkingAndTurningToAPageAndReadingAllAtOnceGiveTheSameRows(long seed) {
        var random = new Random(seed);
        var columns = new ArrayList<>(SORTABLE);
        Collections.shuffle(columns, random);
        var sort = columns.subList(0, 1 + random.nextInt(3)).stream()
                .map(column -> new ListQuery.Sort(column, random.nextBoolean()))
                .toList();
        var size = 1 + random.nextInt(40);
        var all = atOnce(sort);
        var last = (all.size() + size - 1) / size;
        assertThat(all).as("all rows by %s", sort).hasSize(ROWS);

        var numbered = new ArrayList<UUID>();
        for (int page = 1; page <= last; page++) numbered.addAll(ids(page(sort, Place.of(page, size))));
        assertThat(numbered).as("by number, %s by %s", size, sort).isEqualTo(all);

        var forth = new ArrayList<UUID>();
        String after = null;
        for (int n = 1; n <= last; n++) {
            var page = page(sort, new Place(n, size, (long) ROWS, after, null));
            forth.addAll(ids(page));
            after = page.after();
        }
        assertThat(forth).as("forth, %s by %s", size, sort).isEqualTo(all);
        assertThat(page(sort, new Place(last + 1, size, null, after, null)).rows())
                .isEmpty();

        var back = new ArrayList<UUID>();
        String before = null;
        for (int n = last; n >= 1; n--) {
            var page = page(sort, new Place(n, size, (long) ROWS, null, before));
            back.addAll(0, ids(page));
            before = page.before();
        }
        assertThat(back).as("back, %s by %s", size, sort).isEqualTo(all);
    }

    @Test
    void aPageContinuesWhereTheLastEndedThoughRowsCameAndWent() {
        var sort = List.of(new ListQuery.Sort("number", false));
        var all = atOnce(sort);
        var first = page(sort, Place.of(1, 10));
        db.execute(
                "update customers.customer set city = '别处' where id = any({0})",
                (Object) ids(first).subList(0, 3).toArray(UUID[]::new));
        try {
            var next = page(sort, new Place(2, 10, (long) ROWS, first.after(), null));
            assertThat(ids(next)).isEqualTo(all.subList(10, 20));
            var previous = page(sort, new Place(1, 10, null, null, next.before()));
            assertThat(ids(previous)).as("seven are left in front of it").isEqualTo(all.subList(3, 13));
        } finally {
            db.execute("update customers.customer set city = '页城' where city = '别处'");
        }
    }

    @Test
    void aKnownTotalIsNotCountedAgain() {
        var sort = List.of(new ListQuery.Sort("annualRevenue", true));
        var counted = page(sort, Place.of(1, 10), "name", "annualRevenue");
        assertThat(counted.total()).isEqualTo(ROWS);
        assertThat(counted.sums().get("annualRevenue")).hasSize(1);
        var known = page(sort, new Place(1, 10, (long) ROWS, null, null), "name", "annualRevenue");
        assertThat(known.sums()).isEmpty();
        assertThat(ids(known)).isEqualTo(ids(counted));
    }

    @Test
    void onlyWhatIsAskedForIsSummed() {
        var sort = List.of(new ListQuery.Sort("name", false));
        assertThat(page(sort, Place.of(1, 10)).sums()).isEmpty();
        assertThat(page(sort, Place.of(1, 10), "annualRevenue").sums()).containsOnlyKeys("annualRevenue");
    }

    @Test
    void aContinuationOfAnotherQuestionOrAForgedOneIsRefused() {
        var byName = List.of(new ListQuery.Sort("name", false));
        var after = page(byName, Place.of(1, 10)).after();
        refused(List.of(new ListQuery.Sort("name", true)), after);
        refused(List.of(new ListQuery.Sort("number", false)), after);
        refused(byName, "nonsense");
        refused(byName, "");
        refused(byName, after + "AAAA");
        var changed = Base64.getUrlDecoder().decode(after);
        changed[changed.length - 3]++;
        refused(byName, Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        assertThatThrownBy(() -> new Place(2, 10, null, after, after)).isInstanceOf(Refused.class);
    }

    @Test
    void whatHasNoValueIsAGroupOfItsOwnAndNoneIsLost() {
        var groups = lists.groups(customers, "level", ListQuery.of(THESE), viewer);
        var counts = groups.stream()
                .map(group -> group.value() + " " + group.count())
                .toList();
        assertThat(counts).containsExactly("A 32", "B 33", "C 0", "D 0", "null 32");
        var without = lists.page(
                customers, ListQuery.of(THESE.and(new Filter.Compare("level", Operator.EMPTY, List.of()))), viewer);
        assertThat(without.total()).isEqualTo(groups.getLast().count());
        assertThat(without.sums()).isEqualTo(groups.getLast().sums());
        assertThat(groups.stream().mapToLong(Page.Group::count).sum()).isEqualTo(ROWS);
        var all = lists.groups(
                customers, "level", ListQuery.of(THESE.and(Filter.where("level", Operator.IS, "A"))), viewer);
        assertThat(all).as("no column for nothing without a value").hasSize(4);
    }

    @Test
    void twoCharactersOrOneAreFoundWhateverTheyMean() {
        var one = db.fetchSingle(
                        "insert into customers.customer (name, short_name, city, created_by) values ('沪ABc%科_技!\\', '科技馆', '搜城', {0})"
                                + " returning id",
                        org.jooq.impl.DSL.val(world.id("li")))
                .into(UUID.class);
        try {
            for (var part : List.of("科技", "技", "bC", "abc%", "%", "_", "!", "\\", "科_", "沪a", "技馆")) {
                assertThat(search(part)).as(part).containsExactly(one);
            }
            for (var part : List.of("科馆", "a%", "cb", "技科", "AA", "科科"))
                assertThat(search(part)).as(part).isEmpty();
            assertThat(ids(lists.page(customers, ListQuery.of(Filter.where("name", Operator.CONTAINS, "科技")), viewer)))
                    .as("the short name is another column")
                    .doesNotContain(one);
        } finally {
            db.execute("delete from customers.customer where id = {0}", org.jooq.impl.DSL.val(one));
        }
    }

    private List<UUID> search(String part) {
        var query = new ListQuery(
                Filter.where("city", Operator.IS, "搜城"), part, List.of(), List.of("name"), Place.of(1, 50));
        return ids(lists.page(customers, query, viewer));
    }

    private void refused(List<ListQuery.Sort> sort, @Nullable String after) {
        assertThatThrownBy(() -> page(sort, new Place(2, 10, null, after, null)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("continuation-unfit");
    }

    /** In one statement, which no page is read with. */
    private List<UUID> atOnce(List<ListQuery.Sort> sort) {
        var all = new ArrayList<UUID>();
        lists.export(
                customers,
                new ListQuery(THESE, null, sort, List.of("name"), Place.of(1, 1)),
                viewer,
                row -> all.add(row.id()));
        return all;
    }

    private Page page(List<ListQuery.Sort> sort, Place place) {
        return page(sort, place, "name");
    }

    private Page page(List<ListQuery.Sort> sort, Place place, String... columns) {
        return lists.page(customers, new ListQuery(THESE, null, sort, List.of(columns), place), viewer);
    }

    private static List<UUID> ids(Page page) {
        return page.rows().stream().map(Page.Row::id).toList();
    }
}

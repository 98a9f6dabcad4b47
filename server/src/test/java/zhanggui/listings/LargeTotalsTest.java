package zhanggui.listings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import zhanggui.MovableClock;
import zhanggui.TestApplication;
import zhanggui.World;

/** Where ten rows are many: what is counted once is kept for a minute, for the same question and the same reach. */
@TestPropertySource(properties = "zhanggui.large=10")
class LargeTotalsTest extends TestApplication {
    private static final MovableClock CLOCK = new MovableClock();

    @TestConfiguration
    static class Clocks {
        @Bean
        @Primary
        Clock movable() {
            return CLOCK;
        }
    }

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    Lists lists;

    private final String city = "大城" + UUID.randomUUID();

    @BeforeAll
    void company() {
        world.exists();
    }

    @BeforeEach
    void twelve() {
        CLOCK.jump(Duration.ofHours(1));
        db.execute("delete from customers.customer where city = ?", city);
        add("wang", 9);
        add("zhao", 3);
    }

    @Test
    void manyAreCountedAgainAfterAMinute() {
        assertThat(total("admin")).isEqualTo(12);
        add("wang", 1);
        CLOCK.jump(Duration.ofSeconds(59));
        assertThat(total("admin")).isEqualTo(12);
        CLOCK.jump(Duration.ofSeconds(1));
        assertThat(total("admin")).isEqualTo(13);
    }

    @Test
    void fewAreCountedEachTime() {
        assertThat(total("wang")).isEqualTo(9);
        db.execute("delete from customers.customer where city = ? and owner_id = ?", city, world.id("wang"));
        assertThat(total("wang")).isZero();
    }

    @Test
    void whatFellBelowManyIsCountedEachTimeAgain() {
        assertThat(total("admin")).isEqualTo(12);
        db.execute("delete from customers.customer where city = ? and owner_id = ?", city, world.id("wang"));
        CLOCK.jump(Duration.ofMinutes(1));
        assertThat(total("admin")).isEqualTo(3);
        add("zhao", 1);
        assertThat(total("admin")).isEqualTo(4);
    }

    @Test
    void nobodyIsToldWhatAnotherReaches() {
        assertThat(total("admin")).isEqualTo(12);
        assertThat(total("wang")).isEqualTo(9);
        assertThat(total("zhao")).isEqualTo(3);
    }

    @Test
    void anotherQuestionIsAnsweredOfItsOwn() {
        assertThat(total("admin")).isEqualTo(12);
        var viewer = world.viewer("admin");
        var list = lists.find("customers", viewer);
        var there = Filter.where("city", Operator.IS, city);
        var others =
                there.and(Filter.where("owner", Operator.IS, world.id("zhao").toString()));
        assertThat(lists.page(list, ListQuery.of(others), viewer).total()).isEqualTo(3);
    }

    @Test
    void aClockThatWentBackKeepsNothingForLonger() {
        assertThat(total("admin")).isEqualTo(12);
        add("wang", 1);
        CLOCK.jump(Duration.ofDays(-40));
        assertThat(total("admin")).isEqualTo(13);
    }

    private long total(String who) {
        var viewer = world.viewer(who);
        var query = ListQuery.of(Filter.where("city", Operator.IS, city));
        return lists.page(lists.find("customers", viewer), query, viewer).total();
    }

    private void add(String owner, int count) {
        db.execute(
                "insert into customers.customer (name, city, owner_id, created_by)"
                        + " select '大客户' || n, ?, ?, ? from generate_series(1, ?) n",
                city,
                world.id(owner),
                world.id(owner),
                count);
    }
}

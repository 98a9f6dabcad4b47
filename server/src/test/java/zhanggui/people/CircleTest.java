package zhanggui.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.access.Circle;
import zhanggui.access.Grant;
import zhanggui.access.Reach;

/** Whichever list stands in SQL, the rows are those of the people within. */
class CircleTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 5, 6, 9, 10})
    void itsRowsAreThoseOfThePeopleWithin(int size) {
        var random = new Random(size);
        var everybody =
                new ArrayList<>(Stream.generate(UUID::randomUUID).limit(10).toList());
        Collections.shuffle(everybody, random);
        var within = Set.copyOf(everybody.subList(0, size));
        var circle = Circle.of(within, Set.copyOf(everybody));
        assertThat(circle.isWide()).isEqualTo(size > 5);
        assertThat(circle.people()).isEqualTo(within);
        var person = field("p", SQLDataType.UUID);
        var rows = db.select(person)
                .from("unnest({0}) as p", val(everybody.toArray(UUID[]::new)))
                .where(circle.holds(person))
                .fetchSet(person);
        assertThat(new TreeSet<>(rows)).isEqualTo(new TreeSet<>(within));
    }

    @Test
    void rowsWithoutAPersonAreInNoCircle() {
        var everybody = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var person = field("p", SQLDataType.UUID);
        for (int size = 0; size <= 3; size++) {
            var circle = Circle.of(Set.copyOf(everybody.subList(0, size)), Set.copyOf(everybody));
            assertThat(db.fetchCount(db.selectOne()
                            .from("(select null::uuid as p) as rows")
                            .where(circle.holds(person))))
                    .isZero();
        }
    }

    /** Their rows would be everybody's, as far as those know who reach most people. */
    @Test
    void aNewPersonIsOutsideUntilTheyHaveASeat() {
        world.exists();
        var top = Grant.of(Reach.DEPARTMENT_TREE);
        var chen = world.id("chen");
        var before = world.viewer("chen").colleagues().coveredBy(top, chen);
        assertThat(before.isWide()).isTrue();
        var newcomer = people.add(People.NewPerson.named("新人", null));
        var after = world.viewer("chen").colleagues().coveredBy(top, chen);
        assertThat(after.people()).isEqualTo(before.people());
        assertThat(after.others())
                .hasValueSatisfying(others -> assertThat(others).contains(newcomer));
        db.execute("delete from people.person where id = ?", newcomer);
    }
}

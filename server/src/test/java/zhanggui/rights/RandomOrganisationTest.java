package zhanggui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhanggui.rights.Firm.Customer;
import zhanggui.rights.Firm.Deal;
import zhanggui.rights.Firm.Person;
import zhanggui.rights.Firm.Thing;
import zhanggui.rights.Oracle.Asker;

/**
 * In any organisation, with any roles and shares, every place that shows records shows exactly the oracle's set. The same
 * companies each time; {@code -Drights.firms=200} tries others, {@code -Drights.seed=…} one again.
 */
class RandomOrganisationTest extends RightsCase {
    private static final int ASKERS = 2;
    private static final Set<String> SCOPES = Set.copyOf(RandomFirm.PERMISSIONS);

    static LongStream seeds() {
        var again = Long.getLong("rights.seed");
        if (again != null) return LongStream.of(again);
        var others = Integer.getInteger("rights.firms");
        return others == null ? new Random(1).longs(10) : new Random().longs(others);
    }

    @ParameterizedTest(name = "-Drights.seed={0}")
    @MethodSource("seeds")
    void everyPlaceShowsTheOraclesSet(long seed) {
        nobody();
        var firm = RandomFirm.of(seed, today());
        settlement.settle(firm);
        var people = List.copyOf(firm.people.values());
        var random = new Random(seed);
        for (int i = 0; i < ASKERS; i++) {
            var person = people.get(random.nextInt(people.size()));
            new Inspection(firm, new Asker(person, SCOPES), visitor(person), "seed " + seed + ", " + person.username())
                    .everything();
        }
        var importing = people.get(random.nextInt(people.size()));
        db.execute("update opportunities.opportunity set external_id = id::text");
        var files =
                new ImportInspection(firm, importing, visitor(importing), "seed " + seed + ", " + importing.username());
        files.customers();
        files.deals();
        db.execute("update activities.activity set external_id = id::text");
        files.followUps();
        var giving = people.get(random.nextInt(people.size()));
        manyAtOnce(firm, giving, people.get(random.nextInt(people.size())), "seed " + seed + ", " + giving.username());
    }

    private Wire.Visitor visitor(Person person) {
        return wire.withToken(settlement.token(person.id(), SCOPES));
    }

    /** Everything a query finds is given away, as far as one sees it and may give it; the rest stays where it was. */
    private void manyAtOnce(Firm firm, Person person, Person to, String who) {
        var asker = new Asker(person, null);
        var oracle = new Oracle(firm);
        var visitor = visitor(person);
        var all = "{\"ids\":[],\"filter\":null,\"q\":null,\"all\":true";
        give(
                firm,
                Customer.class,
                "customers",
                "{\"selection\":" + all + "},\"owner\":\"" + to.id() + "\"}",
                who,
                asker,
                oracle,
                visitor,
                to);
        give(
                firm,
                Deal.class,
                "opportunities",
                all + ",\"owner\":\"" + to.id() + "\"}",
                who,
                asker,
                oracle,
                visitor,
                to);
    }

    private void give(
            Firm firm,
            Class<? extends Thing> kind,
            String module,
            String body,
            String who,
            Asker asker,
            Oracle oracle,
            Wire.Visitor visitor,
            Person to) {
        var answer = visitor.send("POST", "/api/" + module + "/assign", body);
        var permitted = oracle.may(asker, module + ":assign") && oracle.may(asker, module + ":read");
        assertThat(answer.status()).as(who + " " + module + answer).isEqualTo(permitted ? 200 : 403);
        var owners = new HashMap<UUID, UUID>();
        var table = kind == Deal.class ? "opportunities.opportunity" : "customers.customer";
        db.fetch("select id, owner_id from " + table)
                .forEach(r -> owners.put(r.get(0, UUID.class), r.get(1, UUID.class)));
        var moved = new HashSet<UUID>();
        var expected = new HashSet<UUID>();
        firm.all(kind).forEach(thing -> {
            var owner = thing instanceof Customer c ? c.owner() : ((Deal) thing).owner();
            var now = owners.get(thing.id());
            if (!java.util.Objects.equals(owner, now)) moved.add(thing.id());
            var mine = permitted && oracle.sees(asker, thing) && oracle.mayDo(asker, module + ":assign", thing);
            if (mine && !to.id().equals(owner)) expected.add(thing.id());
        });
        assertThat(moved).as(who + ": given away").isEqualTo(expected);
    }
}

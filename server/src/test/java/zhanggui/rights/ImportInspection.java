package zhanggui.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import zhanggui.rights.Firm.Customer;
import zhanggui.rights.Firm.Deal;
import zhanggui.rights.Firm.FollowUp;
import zhanggui.rights.Firm.Person;
import zhanggui.rights.Firm.Thing;
import zhanggui.rights.Oracle.Asker;

/** Checks files that name everything: rows find what one may edit, and tell of the rest no more than one may know. */
final class ImportInspection {
    private final Firm firm;
    private final Oracle oracle;
    private final Asker asker;
    private final Wire.Visitor visitor;
    private final String who;

    ImportInspection(Firm firm, Person person, Wire.Visitor visitor, String who) {
        this.firm = firm;
        this.oracle = new Oracle(firm);
        this.asker = new Asker(person, null);
        this.visitor = visitor;
        this.who = who;
    }

    void customers() {
        var customers = firm.all(Customer.class).toList();
        var file = new StringBuilder("名称\n");
        customers.forEach(customer -> file.append(customer.name()).append('\n'));
        var expected = new HashMap<>(Map.of("bbbbbbbbbbbbbb", "CREATED"));
        for (var customer : customers) {
            expected.put(
                    customer.name(),
                    oracle.sees(asker, customer)
                            ? oracle.mayDo(asker, "customers:edit", customer) ? "UPDATED" : "customer-not-editable"
                            : "customer-out-of-reach");
        }
        check("customers", file + "bbbbbbbbbbbbbb\n", expected);
    }

    /** Deals by their ids elsewhere, which are their own here, and a new one for each customer. */
    void deals() {
        var file = new StringBuilder("商机编号,商机名称,客户\n");
        var expected = new HashMap<String, String>();
        firm.all(Deal.class).forEach(deal -> {
            file.append(deal.id()).append(",改名,\n");
            var mine = oracle.sees(asker, deal) && oracle.mayDo(asker, "opportunities:edit", deal);
            expected.put(deal.id().toString(), mine ? "UPDATED" : "out-of-reach");
        });
        firm.all(Customer.class).forEach(customer -> {
            file.append("new-%s,新商机,%s\n".formatted(customer.id(), customer.name()));
            expected.put("new-" + customer.id(), oracle.sees(asker, customer) ? "CREATED" : "unknown");
        });
        check("opportunities", file.toString(), expected);
    }

    /** Follow-ups by their ids elsewhere, and a new one for each customer and each deal. */
    void followUps() {
        var file = new StringBuilder("外部编号,内容,客户,商机编号\n");
        var expected = new HashMap<String, String>();
        firm.all(FollowUp.class).forEach(one -> {
            file.append(one.id()).append(",改写,,\n");
            var mine = oracle.lists(asker, one, "read") && oracle.mayDo(asker, "activities:edit", one);
            expected.put(one.id().toString(), mine ? "UPDATED" : "unreachable");
        });
        firm.all(Customer.class).forEach(customer -> {
            file.append("of-%s,拜访,%s,\n".formatted(customer.id(), customer.name()));
            expected.put("of-" + customer.id(), oracle.sees(asker, customer) ? "CREATED" : "unknown");
        });
        firm.all(Deal.class).forEach(deal -> {
            file.append("of-%s,拜访,,%s\n".formatted(deal.id(), deal.id()));
            expected.put("of-" + deal.id(), oracle.sees(asker, deal) ? "CREATED" : "unknown");
        });
        check("activities", file.toString(), expected);
    }

    /** @param expected the outcome or the problem's code, by the first cell of each row */
    private void check(String kind, String file, Map<String, String> expected) {
        var uploaded = visitor.upload(kind, "all.csv", file.getBytes(UTF_8), true);
        if (!oracle.may(asker, "imports:run") || !oracle.may(asker, kind + ":create")) {
            assertThat(uploaded.status()).as(who).isEqualTo(403);
            return;
        }
        var at = "/api/imports/" + uploaded.json().get("id").asString();
        visitor.send("POST", at + "/check", null);
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!visitor.read(at).get("state").asString().equals("CHECKED")) {
            assertThat(System.nanoTime()).as(who + ": the check ends in time").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
        }
        var found = new HashMap<String, String>();
        var hidden = hidden();
        for (var outcome : List.of("CREATED", "UPDATED", "SKIPPED", "REFUSED")) {
            visitor.read(at + "/rows?size=500&outcome=" + outcome).get("rows").forEach(row -> {
                var code = row.at("/problems/0/code").asString("");
                found.put(row.at("/cells/0").asString(), code.isEmpty() ? outcome : code);
                var own = row.get("cells").toString();
                var told = row.get("problems").toString();
                hidden.stream()
                        .filter(name -> !own.contains(name))
                        .forEach(name -> assertThat(told).as(who).doesNotContain(name));
            });
        }
        assertThat(found).as(who + ": report of the check of " + kind).isEqualTo(expected);
    }

    /** Names nobody told them; what a row says itself is theirs. */
    private List<String> hidden() {
        return firm.things.stream()
                .filter(thing -> thing instanceof Customer || thing instanceof Deal)
                .filter(thing -> !oracle.sees(asker, thing))
                .map(ImportInspection::name)
                .toList();
    }

    private static String name(Thing thing) {
        return thing instanceof Customer customer ? customer.name() : ((Deal) thing).name();
    }
}

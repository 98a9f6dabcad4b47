package zhanggui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhanggui.rights.Exhibits.Exhibit;
import zhanggui.rights.Firm.FollowUp;
import zhanggui.rights.Firm.Person;
import zhanggui.rights.Oracle.Asker;
import zhanggui.rights.Rule.Kind;
import zhanggui.rights.Wire.Answer;

/** An id in a body or a question opens no more than one in an address: hidden records are none, in bulk calls too. */
class IdsInRequestsTest extends RightsCase {
    private SmallFirm small;
    private Oracle oracle;
    private Exhibits exhibits;
    private final Map<Person, Wire.Visitor> visitors = new LinkedHashMap<>();
    private int number;

    @BeforeAll
    void everybody() {
        small = new SmallFirm(today());
        settlement.settle(small.firm);
        oracle = new Oracle(small.firm);
        exhibits = new Exhibits(small, settlement, db, backups);
        for (var person : List.of(small.li, small.sun, small.wu)) {
            var permissions = person.roles().getFirst().allows().keySet();
            visitors.put(person, wire.withToken(settlement.token(person.id(), permissions)));
        }
    }

    /** @param body names {@code $id}, and perhaps {@code $own}, a customer, or {@code $deal}, a deal of the asker */
    record Mention(String method, String path, Kind of, String body) {
        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    static List<Mention> mentions() {
        return List.of(
                new Mention("POST", "/api/customers", Kind.CUSTOMER, "{'name':'子$n','parent':'$id'}"),
                new Mention("PUT", "/api/customers/$own", Kind.CUSTOMER, "{'name':'改$n','parent':'$id','version':1}"),
                new Mention("POST", "/api/opportunities", Kind.CUSTOMER, "{'name':'机$n','customer':'$id','lines':[]}"),
                new Mention(
                        "PUT",
                        "/api/opportunities/$deal",
                        Kind.CUSTOMER,
                        "{'name':'机$n','customer':'$id','lines':[],'version':1}"),
                new Mention(
                        "POST",
                        "/api/opportunities/$deal/move",
                        Kind.CUSTOMER,
                        "{'stage':'$stage','version':1,'fields':{'customer':'$id'}}"),
                new Mention("POST", "/api/activities", Kind.CUSTOMER, "{'kind':'CALL','text':'谈','customer':'$id'}"),
                new Mention("POST", "/api/activities", Kind.DEAL, "{'kind':'CALL','text':'谈','opportunity':'$id'}"),
                new Mention("POST", "/api/tasks", Kind.CUSTOMER, "{'title':'办','dueOn':'2027-01-01','customer':'$id'}"),
                new Mention("POST", "/api/tasks", Kind.DEAL, "{'title':'办','dueOn':'2027-01-01','opportunity':'$id'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mentions")
    void whatIsHiddenCannotBeMentioned(Mention mention) {
        var wrong = new ArrayList<String>();
        visitors.forEach((person, visitor) -> {
            var never = ask(mention, person, new Exhibit("", UUID.randomUUID(), false, null, Map.of()));
            for (var which : exhibits.of(mention.of(), person)) {
                var exhibit = which.fresh().get();
                var thing = exhibit.thing();
                var seen = thing != null && oracle.sees(new Asker(person, null), thing);
                var answer = ask(mention, person, exhibit);
                if (seen ? !answer.isFine() : !answer.equals(never)) {
                    wrong.add(person.username() + ", " + exhibit.label() + " → " + answer + " beside " + never);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void contactsOfOtherCustomersTakeNoPartHiddenOrNot() {
        var mention = new Mention(
                "PUT",
                "/api/opportunities/$deal/contacts",
                Kind.CONTACT,
                "{'version':1,'contacts':[{'contact':'$id','role':'USES'}]}");
        visitors.forEach((person, visitor) -> {
            var answers = exhibits.of(Kind.CONTACT, person).stream()
                    .map(which -> ask(mention, person, which.fresh().get()))
                    .distinct()
                    .toList();
            assertThat(answers).hasSize(1);
            assertThat(answers.getFirst().status()).isEqualTo(422);
        });
    }

    @Test
    void oneGivesAwayOnlyWhatOneSeesAndMayGiveAndTheRestCountsAsRefused() {
        var wrong = new ArrayList<String>();
        visitors.forEach((person, visitor) -> {
            for (var kind : List.of(Kind.CUSTOMER, Kind.DEAL)) {
                var module = kind == Kind.CUSTOMER ? "customers" : "opportunities";
                for (var which : exhibits.of(kind, person)) {
                    var exhibit = which.fresh().get();
                    var selection = "{'ids':['$id'],'all':false";
                    var body = kind == Kind.CUSTOMER
                            ? "{'selection':" + selection + "},'owner':'" + small.chen.id() + "'}"
                            : selection + ",'owner':'" + small.chen.id() + "'}";
                    var answer = ask(new Mention("POST", "/api/" + module + "/assign", kind, body), person, exhibit);
                    var asker = new Asker(person, null);
                    var thing = exhibit.thing();
                    if (!oracle.may(asker, module + ":assign")) {
                        if (answer.status() != 403) wrong.add(person.username() + " → " + answer);
                        continue;
                    }
                    var given = thing != null
                            && oracle.sees(asker, thing)
                            && oracle.mayDo(asker, module + ":assign", thing);
                    if (answer.json().get("refused").asInt() != (given ? 0 : 1)) {
                        wrong.add(person.username() + ", " + exhibit.label() + " " + module + " → " + answer);
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTimelineCannotBeAskedWhenSomethingHiddenHappened() {
        var customer = exhibits.customer(small.li.id(), Map.of());
        settlement.add(new FollowUp(UUID.randomUUID(), small.li.id(), customer, null));
        var hidden =
                new FollowUp(UUID.randomUUID(), small.zhao.id(), exhibits.customer(small.zhao.id(), Map.of()), null);
        settlement.add(hidden);
        db.execute("update activities.activity set happened_at = now() where id = ?", hidden.id());
        var li = visitors.get(small.li);
        var at = "/api/customers/" + customer.id() + "/timeline";
        assertThat(li.read(at).get("activities")).hasSize(1);
        assertThat(li.read(at + "?before=" + hidden.id())).isEqualTo(li.read(at + "?before=" + UUID.randomUUID()));
    }

    private Answer ask(Mention mention, Person person, Exhibit exhibit) {
        var path = mention.path();
        var own = exhibits.customer(person.id(), Map.of());
        path = path.replace("$own", own.id().toString());
        if (path.contains("$deal")) path = path.replace("$deal", deal(person).toString());
        var body = mention.body()
                .replace('\'', '"')
                .replace("$id", exhibit.id().toString())
                .replace("$stage", stage())
                .replace("$n", "" + ++number);
        var answer = visitors.get(person).send(mention.method(), path, body);
        return new Answer(
                answer.status(),
                answer.type(),
                answer.body().replace(exhibit.id().toString(), "{id}"));
    }

    private UUID deal(Person person) {
        var deal = exhibits.of(Kind.DEAL, person).stream()
                .filter(which -> which.label().equals(person.username() + "'s"))
                .findFirst()
                .orElseThrow();
        return deal.fresh().get().id();
    }

    private String stage() {
        return String.valueOf(db.fetchValue("select id from opportunities.stage where name_en = 'Engaging'"));
    }
}

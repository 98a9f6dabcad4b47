package zhanggui.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.people.Occupations.Occupy;
import zhanggui.people.Seats.NewSeat;

/** Records of people, through the API. */
@TestPropertySource(properties = "test.database=reorganisation")
class PeopleTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    Occupations occupations;

    @Autowired
    Organisations organisations;

    @Autowired
    PeopleVocabulary vocabulary;

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void aPersonIsAddedLookedUpAndChanged() {
        var added = post("{\"name\":\" 林一 \",\"employeeNumber\":\"P-1\",\"email\":\"lin1@example.com\"}");
        assertThat(added).hasStatus(201);
        assertThat(added).bodyJson().extractingPath("name").isEqualTo("林一");
        var id = id("林一");
        assertThat(put(id, "{\"name\":\"林一一\",\"employeeNumber\":\"P-1\",\"version\":1}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("version")
                .isEqualTo(2);
        var history =
                http.get().uri("/api/history/people/" + id).with(world.as("li")).exchange();
        assertThat(history).bodyJson().extractingPath("[0].changes[0].label").isEqualTo("姓名");
        assertThat(history).bodyJson().extractingPath("[0].changes[0].after").isEqualTo("林一一");
    }

    @Test
    void aStaleSaveIsRefusedWithThePresentRecord() {
        post("{\"name\":\"林二\"}");
        var id = id("林二");
        put(id, "{\"name\":\"林二二\",\"version\":1}");
        var stale = put(id, "{\"name\":\"别人\",\"version\":1}");
        assertThat(stale).hasStatus(409);
        assertThat(stale).bodyJson().extractingPath("current.name").isEqualTo("林二二");
        assertThat(stale).bodyJson().extractingPath("current.version").isEqualTo(2);
    }

    @Test
    void numbersBelongToOnePerson() {
        post("{\"name\":\"林三\",\"employeeNumber\":\"P-3\",\"externalId\":\"X-3\"}");
        var taken = post("{\"name\":\"林四\",\"employeeNumber\":\"P-3\",\"externalId\":\"X-3\"}");
        assertThat(taken).hasStatus(422);
        assertThat(taken)
                .bodyJson()
                .extractingPath("errors[*].field")
                .isEqualTo(List.of("employeeNumber", "externalId"));
        assertThat(taken).bodyJson().extractingPath("errors[0].code").isEqualTo("taken");
    }

    @Test
    void whatIsEnteredIsChecked() {
        var invalid = post("{\"name\":\"\",\"email\":\"nowhere\"}");
        assertThat(invalid).hasStatus(422);
        assertThat(invalid)
                .bodyJson()
                .extractingPath("errors[*].field")
                .asArray()
                .containsExactlyInAnyOrder("name", "email");
        post("{\"name\":\"林五\",\"hiredOn\":\"2026-05-01\"}");
        assertThat(put(
                        id("林五"),
                        "{\"name\":\"林五\",\"hiredOn\":\"2026-05-01\",\"leftOn\":\"2026-04-01\",\"version\":1}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("leftOn");
    }

    @Test
    void everyoneLooksUpAndOnlySomeEdit() {
        var wang = world.id("wang");
        assertThat(http.get().uri("/api/people/" + wang).with(world.as("zhao")).exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("name")
                .isEqualTo("王梅");
        assertThat(http.get().uri("/api/people/" + UUID.randomUUID()).with(world.as("zhao")))
                .hasStatus(404);
        assertThat(http.get().uri("/api/people/" + wang).exchange()).hasStatus(401);
        for (var who : List.of("zhao", "sun", "chen")) {
            assertThat(http.post()
                            .uri("/api/people")
                            .with(world.as(who))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\":\"林六\"}"))
                    .hasStatus(403);
            assertThat(http.put()
                            .uri("/api/people/" + wang)
                            .with(world.as(who))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\":\"林六\",\"version\":1}"))
                    .hasStatus(403);
        }
    }

    @Test
    void whoLeavesSitsNowhereFromThatDayAndKeepsTheirHistory() {
        var today = world.today();
        var ops = world.viewer("ops");
        var person = people.create(People.NewPerson.named("林七", null), ops);
        var seat = seats.add(new NewSeat(world.id("south"), "顾问", null, false, null, today.minusDays(100)), ops);
        occupations.occupy(seat, new Occupy(person, true, false, today.minusDays(100)), ops);
        assertThat(put(person, "{\"name\":\"林七\",\"leftOn\":\"%s\",\"version\":1}".formatted(today)))
                .hasStatusOk();
        assertThat(organisations.on(today).seat(seat).orElseThrow().occupant()).isNull();
        assertThat(organisations.on(today.minusDays(1)).seat(seat).orElseThrow().occupant())
                .isEqualTo(person);
        var stays = people.view(person).seats();
        assertThat(stays).hasSize(1);
        assertThat(stays.getFirst().title()).isEqualTo("顾问");
        assertThat(stays.getFirst().from()).isEqualTo(today.minusDays(100));
        assertThat(stays.getFirst().until()).isEqualTo(today);
        assertThat(post("/api/organisation/seats/" + seat + "/occupy", "{\"personId\":\"%s\"}".formatted(person)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("person-left");
    }

    @Test
    void filesFindPeopleByNameNumberOrMailUnlessTwoAreMeant() {
        var ops = world.viewer("ops");
        var one = people.create(new People.NewPerson("林八", "Lin Ba", "P-8", "Lin8@example.com", null, null, null), ops);
        people.create(People.NewPerson.named("林九", null), ops);
        people.create(People.NewPerson.named("林九", null), ops);
        assertThat(vocabulary.find(List.of("林八", "lin  BA ", "p-8", "lin8@EXAMPLE.com", "林九", "谁"), ops))
                .isEqualTo(Map.of(
                        "林八", one.toString(),
                        "lin  BA ", one.toString(),
                        "p-8", one.toString(),
                        "lin8@EXAMPLE.com", one.toString()));
    }

    private UUID id(String name) {
        return UUID.fromString(
                vocabulary.find(List.of(name), world.viewer("ops")).get(name));
    }

    private MvcTestResult post(String body) {
        return post("/api/people", body);
    }

    private MvcTestResult post(String uri, String body) {
        return http.post()
                .uri(uri)
                .with(world.as("ops"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult put(UUID id, String body) {
        return http.put()
                .uri("/api/people/" + id)
                .with(world.as("ops"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}

package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.problems.Refused;

class ContactsTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    Customers customers;

    @Autowired
    Contacts contacts;

    private UUID customer;

    @BeforeAll
    void world() {
        customer = customers.create(SaveCustomer.named("联系人测试"), world.viewer("li"));
    }

    private MvcTestResult send(String who, HttpMethod method, String uri, String body) {
        return http.method(method)
                .uri(uri)
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private UUID contact(String name) {
        return contacts.add(
                customer,
                new SaveContact(name, null, null, null, null, null, null, null, null, null, null, null, null, null),
                world.viewer("li"));
    }

    @Test
    void aContactIsMadeChangedAndDeleted() {
        var made = send("li", HttpMethod.POST, "/api/customers/" + customer + "/contacts", """
                {"name":"钱女士","title":"采购总监","role":"DECIDES","mobile":"138-0013-8000","email":"Qian@Example.COM",
                 "wechat":"qian","birthday":"1980-02-29"}""");
        assertThat(made).hasStatus(201);
        assertThat(made).bodyJson().extractingPath("mobile").isEqualTo("+8613800138000");
        assertThat(made).bodyJson().extractingPath("email").isEqualTo("qian@example.com");
        assertThat(made).bodyJson().extractingPath("customer.name").isEqualTo("联系人测试");
        var uri = "/api/contacts/"
                + com.jayway.jsonpath.JsonPath.<String>read(
                        new String(made.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8),
                        "$.id");
        var edit = "{\"name\":\"钱女士\",\"title\":\"副总\",\"version\":1}";
        assertThat(send("zhou", HttpMethod.PUT, uri, edit)).hasStatusOk();
        var stale = send("li", HttpMethod.PUT, uri, edit);
        assertThat(stale).hasStatus(409);
        assertThat(stale).bodyJson().extractingPath("current.title").isEqualTo("副总");
        assertThat(send("zhao", HttpMethod.PUT, uri, edit)).hasStatus(404);
        assertThat(send("chen", HttpMethod.GET, uri, "")).hasStatusOk();
        assertThat(send("chen", HttpMethod.PUT, uri, edit)).hasStatus(403);
        assertThat(send("li", HttpMethod.DELETE, uri, "")).hasStatus(204);
        assertThat(send("li", HttpMethod.GET, uri, "")).hasStatus(404);
    }

    @Test
    void aNumberNobodyCanDialIsRefused() {
        var answer = send(
                "li",
                HttpMethod.POST,
                "/api/customers/" + customer + "/contacts",
                "{\"name\":\"孙先生\",\"mobile\":\"一二三\"}");
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo("mobile");
    }

    @Test
    void oneContactIsTheMainOne() {
        var a = contact("主要甲");
        var b = contact("主要乙");
        var main = "{\"name\":\"%s\",\"main\":true,\"version\":1}";
        assertThat(send("li", HttpMethod.PUT, "/api/contacts/" + a, main.formatted("主要甲")))
                .hasStatusOk();
        assertThat(send("li", HttpMethod.PUT, "/api/contacts/" + b, main.formatted("主要乙")))
                .hasStatusOk();
        assertThat(contacts.find(a, world.viewer("li")).main()).isFalse();
        assertThat(contacts.find(b, world.viewer("li")).main()).isTrue();
        var page = send("li", HttpMethod.GET, "/api/customers/" + customer, "");
        assertThat(page).bodyJson().extractingPath("contacts[0].name").isEqualTo("主要乙");
    }

    @Test
    void contactsAreListedAsFarAsTheirCustomersAre() {
        contact("名单甲");
        var uri = "/api/lists/contacts/rows?q=名单";
        assertThat(send("li", HttpMethod.GET, uri, ""))
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(1);
        assertThat(send("sun", HttpMethod.GET, uri, ""))
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(1);
        assertThat(send("zhao", HttpMethod.GET, uri, ""))
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(0);
    }

    @Test
    void otherModulesAskForContactsWithinReach() {
        var id = contact("公开甲");
        contacts.requireReadable(world.viewer("zhou"), Set.of(id));
        assertThat(contacts.customersOf(Set.of(id))).containsEntry(id, customer);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> contacts.requireReadable(world.viewer("zhao"), Set.of(id)))
                .isInstanceOf(Refused.class);
    }
}

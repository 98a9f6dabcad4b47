package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.problems.Refused;

class DuplicatesTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    Customers customers;

    @Autowired
    Contacts contacts;

    @Autowired
    Duplicates duplicates;

    @BeforeAll
    void world() {
        world.exists();
    }

    private UUID named(String who, String name) {
        return customers.create(SaveCustomer.named(name), world.viewer(who));
    }

    private List<Duplicates.Candidate> named(String who, @Nullable String name, @Nullable String email) {
        return duplicates.find(new Duplicates.Probe(name, null, null, null, email, null), world.viewer(who));
    }

    private MvcTestResult create(String who, String body) {
        return http.post()
                .uri("/api/customers")
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void aKnownCustomerIsFoundWhileTypingAndHintedAtToThoseWhoMayNotSeeIt() {
        var id = named("li", "上海白鹭科技有限公司");
        var own = named("zhou", "白鹭科技（上海）", null).getFirst();
        assertThat(own.id()).isEqualTo(id);
        assertThat(own.owner()).isEqualTo("李雷");
        assertThat(own.reasons()).containsExactly(Resemblance.Reason.NAME_SAME);
        var other = named("zhao", "北京白鹭信息技术有限公司", null).getFirst();
        assertThat(other)
                .isEqualTo(new Duplicates.Candidate(
                        null, "上海**公司", null, "华东一组", List.of(Resemblance.Reason.NAME_SIMILAR), other.score(), false));
        var http = this.http
                .post()
                .uri("/api/customers/duplicates")
                .with(world.as("zhao"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"白鹭\"}")
                .exchange();
        assertThat(http).hasStatusOk();
        assertThat(http).bodyJson().extractingPath("[0].visible").isEqualTo(false);
        assertThat(new String(http.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("白鹭科技");
    }

    @Test
    void writingErrorsDoNotHideACustomer() {
        var id = named("li", "Meridian Instruments Ltd");
        assertThat(named("li", "Meridain Instruments", null))
                .extracting(Duplicates.Candidate::id)
                .contains(id);
        var chinese = named("li", "杭州蓝海星辰智能科技有限公司");
        assertThat(named("li", "杭州蓝海星晨智能科技", null))
                .extracting(Duplicates.Candidate::id)
                .contains(chinese);
    }

    @Test
    void contactsGiveACustomerAwayUntilTheyChange() {
        var id = named("li", "域名测试");
        var contact = contacts.add(
                id,
                new SaveContact(
                        "何先生",
                        null,
                        null,
                        null,
                        "13900139000",
                        null,
                        "he@domaintest.cn",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                world.viewer("li"));
        assertThat(named("li", null, "other@domaintest.cn"))
                .extracting(Duplicates.Candidate::id)
                .contains(id);
        var phone = new Duplicates.Probe(null, null, null, "+86 139 0013 9000", null, null);
        assertThat(duplicates.find(phone, world.viewer("li")))
                .extracting(Duplicates.Candidate::reasons)
                .containsExactly(List.of(Resemblance.Reason.PHONE));
        contacts.delete(contact, world.viewer("li"));
        assertThat(named("li", null, "other@domaintest.cn")).isEmpty();
    }

    @Test
    void theSameNameIsRefusedUnlessMeantAndTheSameCodeAlways() {
        assertThat(create("li", "{\"name\":\"苏州红枫有限公司\",\"creditCode\":\"91330100799655058B\"}"))
                .hasStatus(201);
        var same = create("zhao", "{\"name\":\"红枫（苏州）股份有限公司\"}");
        assertThat(same).hasStatus(409);
        assertThat(same).bodyJson().extractingPath("code").isEqualTo("customers.duplicate");
        assertThat(same).bodyJson().extractingPath("detail").isEqualTo("已有相同的客户“苏州**公司”");
        assertThat(create("zhao", "{\"name\":\"红枫（苏州）股份有限公司\",\"evenIfDuplicate\":true}"))
                .hasStatus(201);
        assertThat(create("zhao", "{\"name\":\"完全不同\",\"creditCode\":\"91330100799655058B\",\"evenIfDuplicate\":true}"))
                .hasStatus(409);
    }

    @Test
    void theOneBeingEditedIsNoDuplicateOfItself() {
        var id = named("li", "自己测试");
        var probe = new Duplicates.Probe("自己测试", null, null, null, null, id);
        assertThat(duplicates.find(probe, world.viewer("li"))).isEmpty();
    }

    @Test
    void otherModulesAskForCustomersWithinReach() {
        var id = named("li", "公开测试");
        customers.requireReadable(world.viewer("zhou"), id);
        assertThat(customers.names(List.of(id))).containsEntry(id, "公开测试");
        assertThatThrownBy(() -> customers.requireReadable(world.viewer("zhao"), id))
                .isInstanceOf(Refused.class);
        var later = java.time.Instant.parse("2026-01-02T00:00:00Z");
        customers.followedUp(java.util.Map.of(id, later));
        customers.followedUp(java.util.Map.of(id, later.minusSeconds(60)));
        assertThat(customers.view(id, world.viewer("li")).customer().lastFollowedAt())
                .isEqualTo(later);
    }
}

package zhanggui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhanggui.TestApplication;
import zhanggui.World;

/** Notices by mail, through a real mail server. */
@TestPropertySource(
        properties = {
            "test.database=notices-mail",
            "db-scheduler.enabled=false",
            "zhanggui.mail.security=none",
            "zhanggui.mail.from=zhanggui@example.com",
            "zhanggui.url=https://crm.example.com/"
        })
class MailTest extends TestApplication {
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** The same each time it is started. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Digests digests;

    private Asking asking;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        if (!MAIL.isRunning()) MAIL.start();
        properties.add("zhanggui.mail.host", () -> "127.0.0.1");
        properties.add("zhanggui.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @AfterAll
    void stop() {
        MAIL.stop();
    }

    @BeforeAll
    void company() {
        world.exists();
        asking = new Asking(world, http);
    }

    @BeforeEach
    void nothingSent() throws Exception {
        if (!MAIL.isRunning()) MAIL.start();
        MAIL.purgeEmailFromAllMailboxes();
        db.execute("delete from notices.notice");
        db.execute("delete from notices.delivery");
        db.execute("delete from notices.preference");
        db.execute("delete from notices.habit");
        db.execute("update accounts.account set language = 'zh-CN'");
        db.execute("update company.settings set trial_copy = false");
    }

    @Test
    void whoIsGivenARecordGetsAMailInTheirLanguageWithNothingOfItAsMarkup() throws Exception {
        asking.assign("zhou", "li", asking.customer("zhou", "晨星<b>&\\u2028公司"));
        assertThat(MAIL.getReceivedMessages()).as("before it is sent").isEmpty();
        deliveries.send();
        var mail = only();
        assertThat(mail.getSubject()).startsWith("周组长把客户「晨星<b>&").doesNotContain("\n");
        assertThat(mail.getAllRecipients()[0]).hasToString("li@example.com");
        assertThat(mail.getFrom()[0].toString()).contains("zhanggui@example.com");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(mail, 0)).contains("晨星<b>&").contains("https://crm.example.com/notices?open=");
        assertThat(part(mail, 1))
                .contains("晨星&lt;b&gt;&amp;")
                .doesNotContain("<b>")
                .contains("lang=\"zh-CN\"");
        deliveries.send();
        assertThat(MAIL.getReceivedMessages()).as("once").hasSize(1);
        db.execute("update accounts.account set language = 'en' where person_id = ?", world.id("wang"));
        asking.assign("zhou", "wang", asking.customer("zhou", "Aurora"));
        deliveries.send();
        assertThat(MAIL.getReceivedMessages()[1].getSubject()).isEqualTo("周组长 assigned “Aurora” to you (customers)");
    }

    @Test
    void aDeadServersMailIsSentByAnother() throws Exception {
        asking.assign("zhou", "li", asking.customer("zhou", "中断公司"));
        db.execute("update notices.delivery set attempts = 1, claimed_until = now() + interval '5 minutes'");
        deliveries.send();
        assertThat(MAIL.getReceivedMessages()).as("somebody is at it").isEmpty();
        db.execute("update notices.delivery set claimed_until = now() - interval '1 second'");
        deliveries.send();
        assertThat(only().getSubject()).contains("中断公司");
    }

    @Test
    void whatFailsIsTriedAgainLaterAndGivenUpInTheEnd() {
        asking.assign("zhou", "li", asking.customer("zhou", "重试公司"));
        MAIL.stop();
        deliveries.send();
        assertThat(state()).isEqualTo("WAITING");
        assertThat(db.fetchValue("select due_at > now() + interval '50 seconds' from notices.delivery"))
                .isEqualTo(true);
        db.execute("update notices.delivery set due_at = now(), attempts = ?", Deliveries.MOST_ATTEMPTS - 1);
        deliveries.send();
        assertThat(state()).isEqualTo("GIVEN_UP");
        var told = asking.read("admin", "/api/mail");
        assertThat(told.at("/givenUp/0/to").asString()).isEqualTo("李雷");
        assertThat(told.at("/givenUp/0/reason").asString()).isNotBlank();
        assertThat(Asking.body(asking.send("admin", HttpMethod.POST, "/api/mail/test", ""))
                        .get("sent")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void nothingIsSentWhileItIsQuietAndThenItIs() {
        asking.assign("zhou", "li", asking.customer("zhou", "夜间公司"));
        var always = "{\"wanted\":{},\"quietFrom\":\"00:00\",\"quietTo\":\"23:59:59\",\"digestAt\":null}";
        assertThat(asking.send("li", HttpMethod.PUT, "/api/me/notices", always)).hasStatus(204);
        deliveries.send();
        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(asking.unread("li")).as("in the bell all the same").isEqualTo(1);
        assertThat(db.fetchValue("select due_at > now() and attempts = 0 from notices.delivery"))
                .isEqualTo(true);
        db.execute("delete from notices.habit");
        db.execute("update notices.delivery set due_at = now()");
        deliveries.send();
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatWasReadOrMayNoLongerBeReadIsNotSent() {
        var read = asking.customer("zhou", "已读公司");
        asking.assign("zhou", "li", read);
        var id = asking.read("li", "/api/notices").at("/notices/0/id").asString();
        asking.send("li", HttpMethod.PUT, "/api/notices/" + id, "{\"read\":true}");
        var lost = asking.customer("zhou", "收回公司");
        asking.assign("zhou", "wang", lost);
        asking.assign("zhou", "zhou", lost);
        deliveries.send();
        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(db.fetchValue("select count(*) from notices.delivery where state = 'DROPPED'"))
                .isEqualTo(2L);
    }

    @Test
    void aTrialCopySendsNothing() {
        asking.assign("zhou", "li", asking.customer("zhou", "副本公司"));
        db.execute("update company.settings set trial_copy = true");
        deliveries.send();
        digests.look();
        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(asking.read("li", "/api/me/notices").get("silent").asBoolean())
                .isTrue();
    }

    @Test
    void whoWantsADigestGetsWhatIsUnreadOnceADay() throws Exception {
        var wish = "{\"wanted\":{\"assigned\":{\"app\":true,\"mail\":false}},"
                + "\"quietFrom\":null,\"quietTo\":null,\"digestAt\":\"00:00\"}";
        assertThat(asking.send("li", HttpMethod.PUT, "/api/me/notices", wish)).hasStatus(204);
        asking.assign("zhou", "li", asking.customer("zhou", "汇总一公司"));
        asking.assign("zhou", "li", asking.customer("zhou", "汇总二公司"));
        deliveries.send();
        assertThat(MAIL.getReceivedMessages()).as("not each by itself").isEmpty();
        digests.look();
        digests.look();
        deliveries.send();
        assertThat(only().getSubject()).isEqualTo("你有 2 条未读通知");
        assertThat(part(only(), 0)).contains("汇总一公司").contains("汇总二公司");
        assertThat(db.fetchValue("select digested_on from notices.habit"))
                .isEqualTo(java.sql.Date.valueOf(LocalDate.parse(world.today().toString())));
    }

    @Test
    void anAdministratorSendsATest() throws Exception {
        var answer = Asking.body(asking.send("admin", HttpMethod.POST, "/api/mail/test", ""));
        assertThat(answer.get("sent").asBoolean()).isTrue();
        assertThat(only().getSubject()).isEqualTo("掌柜测试邮件");
        assertThat(UUID.fromString(only().getHeader("X-Zhanggui-Notice")[0])).isNotNull();
    }

    private Object state() {
        return db.fetchValue("select state from notices.delivery");
    }

    private static MimeMessage only() {
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        return MAIL.getReceivedMessages()[0];
    }

    /** 0 is the plain text, 1 the HTML. */
    private static String part(MimeMessage mail, int which) throws Exception {
        Object content = mail.getContent();
        while (content instanceof MimeMultipart parts) {
            content = parts.getCount() > which
                    ? parts.getBodyPart(which).getContent()
                    : parts.getBodyPart(0).getContent();
        }
        return String.valueOf(content);
    }
}

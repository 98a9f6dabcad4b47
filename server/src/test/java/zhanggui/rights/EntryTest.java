package zhanggui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import zhanggui.rights.Firm.Allowed;
import zhanggui.rights.Firm.Reach;

/** How requests come in over real HTTP: sessions, tokens, and addresses written in odd ways. */
class EntryTest extends RightsCase {
    private Firm.Person person;

    @BeforeAll
    void somebody() {
        var firm = new Firm(today());
        var role = firm.role("entry-role", Map.of("customers:read", Allowed.to(Reach.OWN)));
        person = firm.person("entering", firm.unit("公司", null), false, role);
        settlement.settle(firm);
    }

    @Test
    void aTokenLeavesNoSessionBehindAndCookiesDoNotHinderIt() {
        var machine = wire.withToken(settlement.token(person.id(), Set.of("customers:read")));
        var before = sessions();
        for (int i = 0; i < 3; i++) {
            assertThat(machine.get("/api/lists/customers/rows").status()).isEqualTo(200);
            assertThat(machine.get("/api/lists/opportunities/rows").status()).isEqualTo(403);
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void anAddressWrittenOtherwiseIsNoWayAroundTheGuard() {
        var visitor = wire.signedIn("entering", Settlement.PASSWORD);
        var odd =
                List.of("/%61pi/company", "/%61pi/choices/sources", "/api/%6Cists/customers/rows", "/%61pi/me/tokens");
        for (var path : odd) assertThat(visitor.get(path).status()).as(path).isEqualTo(200);
        db.execute("update accounts.account set disabled = true where person_id = ?", person.id());
        try {
            for (var path : odd) assertThat(visitor.get(path).status()).as(path).isEqualTo(401);
            for (var path : List.of("//api/company", "/api/company;x=1", "/api/../api/company")) {
                assertThat(visitor.get(path).status())
                        .as(path)
                        .isGreaterThanOrEqualTo(400)
                        .isLessThan(500);
            }
        } finally {
            db.execute("update accounts.account set disabled = false where person_id = ?", person.id());
        }
    }

    @Test
    void halfACharacterIsAWrongPasswordLikeAnyOther() {
        var visitor = wire.anonymous();
        visitor.get("/api/session");
        var body = "{\"username\":\"entering\",\"password\":\"%s\"}";
        var wrong = visitor.send("POST", "/api/session", body.formatted("not the secret"));
        assertThat(visitor.send("POST", "/api/session", body.formatted("\\ud800")))
                .isEqualTo(wrong);
    }

    private int sessions() {
        return db.fetchCount(db.selectOne().from("accounts.spring_session"));
    }
}

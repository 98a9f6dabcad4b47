package zhanggui.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.access.Viewer;
import zhanggui.people.People;
import zhanggui.texts.Language;

/** What is remembered of whoever asks is forgotten with the first change of it, wherever it was made. */
@TestPropertySource(properties = "test.database=recognition")
class RecognitionTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    Recognition recognition;

    @Autowired
    Changes changes;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    DSLContext db;

    @Autowired
    PlatformTransactionManager transactions;

    private UUID li;

    @BeforeAll
    void company() {
        li = world.exists().id("li");
    }

    private Viewer viewer() {
        return recognition.of(li).orElseThrow().viewer();
    }

    @Test
    void nothingIsReadAgainWhileNothingChanges() {
        var before = viewer();
        db.execute("update accounts.account set last_seen_at = now()");
        assertThat(viewer()).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update accounts.account set username = username || 'x' where person_id = '%s'",
                "update accounts.account set language = 'en' where person_id = '%s'",
                "update accounts.account set password_hash = 'x' where person_id = '%s'",
                "update accounts.account set signed_out_until = now() - interval '1 day' where person_id = '%s'",
                "update people.person set name = '李新' where id = '%s'",
                "insert into accounts.second_factor (person_id, secret, confirmed_at) values ('%s', 'x', now())",
                "delete from accounts.second_factor where person_id = '%s'",
                "delete from accounts.account_role where person_id = '%s' and false",
                "update accounts.sign_in_rules set second_factor = 'EVERYBODY'",
                "update accounts.sign_in_rules set second_factor = 'OPTIONAL'",
                "update accounts.role_grant set reach = 'OWN' where permission = 'customers:read'",
                "update company.settings set time_zone = 'Asia/Tokyo'",
                "update people.unit_state set name = name || '部'",
                "update people.occupation set main = main",
            })
    void whatChangesIsReadAnew(String change) {
        var before = viewer();
        db.execute(change.formatted(li));
        assertThat(viewer()).isNotSameAs(before);
    }

    @Test
    void anAccountThatIsSwitchedOffIsKnownNoMore() {
        var person = people.add(People.NewPerson.named("短", "short@example.com"));
        accounts.open(new Accounts.NewAccount(person, "short", null, Language.ZH, List.of("salesperson")));
        assertThat(recognition.of(person)).isPresent();
        db.execute("update accounts.account set disabled = true where person_id = ?", person);
        assertThat(recognition.of(person)).isEmpty();
        db.execute("update accounts.account set disabled = false where person_id = ?", person);
        assertThat(recognition.of(person)).isPresent();
        db.execute("update people.person set left_on = current_date - 2 where id = ?", person);
        assertThat(recognition.of(person)).isEmpty();
    }

    @Test
    void whatIsUndoneWasNeverRemembered() {
        var before = viewer();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            db.execute("update people.person set name = '无' where id = ?", li);
            assertThat(viewer().name()).isEqualTo("无");
            status.setRollbackOnly();
        });
        assertThat(viewer()).isSameAs(before);
    }

    @Test
    void countsStayWhenOldChangesAreFolded() {
        db.execute("insert into accounts.change (tx, at) select '3'::xid8, now() - n * interval '1 day'"
                + " from generate_series(2, 40) n");
        var before = changes.mark();
        changes.fold();
        assertThat(changes.mark()).isEqualTo(before);
        assertThat(db.fetchCount(
                        db.selectFrom("accounts.change").where(field("at").lt(field("now() - interval '2 days'")))))
                .isZero();
    }
}

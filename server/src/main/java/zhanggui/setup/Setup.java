package zhanggui.setup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.accounts.Accounts;
import zhanggui.accounts.Accounts.NewAccount;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.company.CompanySettings;
import zhanggui.demo.Demo;
import zhanggui.people.Organisations;
import zhanggui.people.People;
import zhanggui.people.People.NewPerson;
import zhanggui.texts.Texts;

/** Brings the administrator and the company into being, both or neither. */
@Service
@Transactional
class Setup {
    private final SetupToken token;
    private final CompanySettings company;
    private final People people;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Viewers viewers;
    private final Audit audit;
    private final Demo demo;
    private final Texts texts;

    Setup(
            SetupToken token,
            CompanySettings company,
            People people,
            Organisations organisations,
            Accounts accounts,
            Viewers viewers,
            Audit audit,
            Demo demo,
            Texts texts) {
        this.token = token;
        this.company = company;
        this.people = people;
        this.organisations = organisations;
        this.accounts = accounts;
        this.viewers = viewers;
        this.audit = audit;
        this.demo = demo;
        this.texts = texts;
    }

    record Administrator(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Pattern(regexp = "\\S{2,100}") String username,
            @NotBlank @Size(max = 500) String password,
            @Nullable @Email String email) {}

    record SetUp(
            @NotBlank String token,
            @Valid @NotNull Administrator administrator,
            @Valid @NotNull CompanySettings.Details company,
            @Nullable Start start) {}

    /** With what the company begins. */
    enum Start {
        EMPTY,
        DEMO
    }

    /** @param job fills the company with invented data, when that was asked for */
    record Begun(UUID administrator, @Nullable UUID job) {}

    Begun run(SetUp command, @Nullable String address) {
        token.check(command.token());
        var withDemo = command.start() == Start.DEMO;
        company.setUp(command.company(), withDemo);
        accounts.createDefaultRoles();
        var administrator = command.administrator();
        var person = people.add(NewPerson.named(administrator.name(), administrator.email()));
        organisations.begin(person);
        accounts.open(
                new NewAccount(
                        person,
                        administrator.username(),
                        administrator.password(),
                        command.company().language(),
                        List.of("administrator")),
                "administrator.");
        var viewer = viewers.of(person, new Viewer.Origin(Viewer.Way.SESSION, address))
                .orElseThrow();
        audit.did(
                viewer, "set-up", new Subject("company", null, command.company().nameZh()), Map.of());
        var title = texts.get(viewer.language(), "job.demo-company");
        return new Begun(person, withDemo ? demo.fill(title, viewer) : null);
    }
}

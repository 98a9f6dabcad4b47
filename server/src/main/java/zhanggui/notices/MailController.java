package zhanggui.notices;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.texts.Texts;

/** Whether mail goes out, for those who look after the installation. */
@RestController
@RequestMapping("/api/mail")
@PreAuthorize("hasAuthority('backups:manage')")
class MailController {
    private static final Logger log = LoggerFactory.getLogger(MailController.class);
    private static final int SHOWN = 20;
    private final Smtp smtp;
    private final Mail mail;
    private final LetterWords words;
    private final DeliveryStore store;
    private final CompanySettings companies;
    private final Audit audit;
    private final Texts texts;

    MailController(
            Smtp smtp,
            Mail mail,
            LetterWords words,
            DeliveryStore store,
            CompanySettings companies,
            Audit audit,
            Texts texts) {
        this.smtp = smtp;
        this.mail = mail;
        this.words = words;
        this.store = store;
        this.companies = companies;
        this.audit = audit;
        this.texts = texts;
    }

    /**
     * @param server absent where mail is not set up
     * @param silent whether nothing is sent from here, because it is a copy for trying things
     * @param address where a test would go: the address of who asks
     */
    record MailState(
            @Nullable String server,
            String from,
            boolean silent,
            @Nullable String address,
            int waiting,
            List<DeliveryStore.GivenUp> givenUp) {}

    /**
     * @param sent whether the mail server took it
     * @param problem what it, or the way to it, said instead
     */
    record MailTested(boolean sent, String to, @Nullable String problem) {}

    @GetMapping
    MailState get(Viewer viewer) {
        return new MailState(
                mail.isReady() ? smtp.host() + ":" + smtp.port() : null,
                smtp.sender(),
                isSilent(),
                mail.addressOf(viewer.id()).orElse(null),
                store.waiting(mail.name()),
                store.givenUp(SHOWN));
    }

    /** Sends something to the address of who asks, at once. */
    @PostMapping("/test")
    MailTested test(Viewer viewer) {
        var to = mail.addressOf(viewer.id()).orElse("");
        var problem = hindrance(to, viewer);
        if (problem == null) problem = send(to, viewer);
        audit.did(viewer, "tested", new Subject("mail", null, to), Map.of("sent", problem == null));
        return new MailTested(problem == null, to, problem);
    }

    private @Nullable String hindrance(String to, Viewer viewer) {
        if (!mail.isReady() || isSilent()) return texts.get(viewer.language(), "notice.no-mail");
        return to.isEmpty() ? texts.get(viewer.language(), "notice.no-address") : null;
    }

    private @Nullable String send(String to, Viewer viewer) {
        try {
            mail.send(UUID.randomUUID(), to, words.test(viewer.language()), viewer.language());
            return null;
        } catch (Exception e) {
            log.warn("a test of mail failed: {}", e.getMessage());
            return String.valueOf(e.getMessage());
        }
    }

    private boolean isSilent() {
        return companies.find().map(Company::trialCopy).orElse(false);
    }
}

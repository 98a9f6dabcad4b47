package zhanggui.seals;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.jobs.Jobs;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** The seal on the log, for those who may read the log. */
@RestController
@RequestMapping("/api/audit/seal")
@PreAuthorize("hasAuthority('audit:read')")
class SealController {
    private final LogVerification verification;
    private final VerificationStore store;
    private final Jobs jobs;
    private final Texts texts;

    SealController(LogVerification verification, VerificationStore store, Jobs jobs, Texts texts) {
        this.verification = verification;
        this.store = store;
        this.jobs = jobs;
        this.texts = texts;
    }

    /**
     * How far the log is sealed, and what was found when it was last read again.
     *
     * @param head as a line to keep; absent while nothing is sealed
     */
    @Schema(name = "AuditSeal")
    record State(
            @Nullable Long number,
            @Nullable Instant at,
            @Nullable String head,
            @Nullable LastVerification verified) {}

    /**
     * @param number up to which the log was read
     * @param known how many heads told earlier it was compared with
     * @param erased how many entries something personal was taken out of, as later entries attest
     * @param found how much did not fit, of which {@code findings} are the first
     */
    @Schema(name = "AuditVerification")
    record LastVerification(
            Instant at, String by, long number, int known, long erased, long found, List<Finding> findings) {
        static LastVerification of(VerificationStore.Kept kept) {
            return new LastVerification(
                    kept.at(), kept.by(), kept.number(), kept.known(), kept.erased(), kept.found(), kept.findings());
        }
    }

    /** @param heads lines told earlier, to compare with */
    @Schema(name = "AuditVerificationAsked")
    record Asked(@Nullable @Size(max = 20_000) String heads) {}

    @Schema(name = "AuditVerificationStarted")
    record Started(UUID job) {}

    @GetMapping
    State state() {
        var head = verification.head();
        return new State(
                head == null ? null : head.number(),
                head == null ? null : head.at(),
                head == null ? null : head.line(),
                store.last().map(LastVerification::of).orElse(null));
    }

    /** Starts reading the whole log again. */
    @PostMapping("/verifications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started verify(@Valid @RequestBody Asked asked, Viewer viewer) {
        var heads = new ArrayList<Head>();
        var told = Objects.requireNonNullElse(asked.heads(), "");
        for (var line :
                told.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            heads.add(Head.read(line).orElseThrow(() -> Refused.invalid("heads", "pattern")));
        }
        var title = texts.get(viewer.language(), "job." + VerificationJob.NAME);
        return new Started(jobs.start(VerificationJob.NAME, title, new VerificationJob.Asked(heads), viewer));
    }
}

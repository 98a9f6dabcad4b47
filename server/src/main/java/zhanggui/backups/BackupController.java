package zhanggui.backups;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.audit.SubjectType;
import zhanggui.backups.BackupFolder.Kept;
import zhanggui.jobs.Jobs;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** Backups for administrators: whoever has one has everything in it. */
@RestController
@RequestMapping("/api/backups")
@PreAuthorize("hasAuthority('backups:manage')")
class BackupController {
    static final String PERMISSION = "backups:manage";
    private static final String TYPE = "backups";
    private static final String FROM_THE_START = "bytes=0-";
    private final BackupFolder folder;
    private final ScheduleStore store;
    private final Jobs jobs;
    private final Audit audit;
    private final Texts texts;

    BackupController(BackupFolder folder, ScheduleStore store, Jobs jobs, Audit audit, Texts texts) {
        this.folder = folder;
        this.store = store;
        this.jobs = jobs;
        this.audit = audit;
        this.texts = texts;
    }

    @Bean
    static Permissions backupPermissions() {
        return Permissions.of(Permission.plain("backups", "manage"));
    }

    /** The log tells of backups by their names. */
    @Bean
    static SubjectType backupHistory() {
        return SubjectType.of(TYPE, id -> false, (id, viewer) -> false);
    }

    static Subject subject(String name) {
        return new Subject(TYPE, null, name);
    }

    /** @param folder where they are, on the machine of the server */
    @Schema(name = "Backups")
    record Overview(String folder, List<Kept> backups, ScheduleView schedule) {}

    /** @param at in the company's time zone, to the minute */
    @Schema(name = "BackupSchedule")
    record ScheduleView(
            boolean enabled,
            String at,
            int daily,
            int weekly,
            @Nullable LocalDate doneOn,
            @Nullable Instant triedAt,
            @Nullable String failed,
            int version) {
        static ScheduleView of(Schedule s) {
            return new ScheduleView(
                    s.enabled(),
                    s.at().toString(),
                    s.daily(),
                    s.weekly(),
                    s.doneOn(),
                    s.triedAt(),
                    s.failed(),
                    s.version());
        }
    }

    @Schema(name = "BackupScheduleChange")
    record ChangeSchedule(
            boolean enabled,

            @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
            String at,

            @Min(1) @Max(366) int daily,
            @Min(0) @Max(520) int weekly,
            int version) {}

    @Schema(name = "BackupStarted")
    record Started(UUID job) {}

    @GetMapping
    Overview overview() {
        return new Overview(folder.path().toString(), folder.all(), ScheduleView.of(store.get()));
    }

    /** Starts making one. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started make(Viewer viewer) {
        var title = texts.get(viewer.language(), "job." + BackupJob.NAME);
        return new Started(jobs.start(BackupJob.NAME, title, Map.of(), viewer));
    }

    @PutMapping("/schedule")
    @Transactional
    public ScheduleView change(@Valid @RequestBody ChangeSchedule body, Viewer viewer) {
        var before = ScheduleView.of(store.get());
        if (!store.change(body.enabled(), LocalTime.parse(body.at()), body.daily(), body.weekly(), body.version())) {
            throw Refused.stale(before);
        }
        var after = ScheduleView.of(store.get());
        audit.changed(viewer, subject("schedule"), Told.of(before), Told.of(after));
        return after;
    }

    /** What the log tells of a schedule. */
    private record Told(boolean enabled, String at, int daily, int weekly) {
        static Told of(ScheduleView s) {
            return new Told(s.enabled(), s.at(), s.daily(), s.weekly());
        }
    }

    /** @param range of a client that goes on with what was broken off; logged is each beginning */
    @GetMapping("/files/{name}")
    ResponseEntity<Resource> download(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            Viewer viewer) {
        var file = folder.find(name).orElseThrow(Refused::notFound);
        if (range == null || range.startsWith(FROM_THE_START)) {
            audit.did(viewer, "downloaded", subject(name), Map.of());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(file));
    }

    @DeleteMapping("/files/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name, Viewer viewer) {
        if (!folder.delete(name)) throw Refused.notFound();
        audit.did(viewer, "deleted", subject(name), Map.of());
    }
}

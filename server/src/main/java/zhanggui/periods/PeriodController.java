package zhanggui.periods;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Viewer;
import zhanggui.audit.SubjectType;
import zhanggui.listings.Options;
import zhanggui.periods.Period.Kind;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;

@RestController
@RequestMapping("/api/periods")
class PeriodController {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private final Periods periods;

    PeriodController(Periods periods) {
        this.periods = periods;
    }

    /**
     * @param code such as FY2026, FY2026-H1, FY2026-Q3 or 2026-04
     * @param from its first day
     * @param to the first day after it
     * @param status of a longer period, that of the month that is least far
     * @param next where a month may be moved
     * @param version of a month, what to send back with a move
     */
    @Schema(name = "Period")
    record Shown(
            String code,
            Kind kind,
            String nameZh,
            String nameEn,
            LocalDate from,
            LocalDate to,
            PeriodStatus status,
            List<PeriodStatus> next,
            int version) {}

    /** @param periods the year, its halves, quarters and months, in this order */
    @Schema(name = "FiscalYear")
    record FiscalYear(int year, List<Shown> periods) {}

    @Schema(name = "MoveMonth", example = """
            {"status": "CALCULATED", "version": 0}""")
    record MoveMonth(@NotNull PeriodStatus status, @Min(0) int version) {}

    @Bean
    static Permissions periodPermissions() {
        return Permissions.of(Permission.plain("periods", "close"));
    }

    /** Whoever is signed in reads how far months are, and so how they came there. */
    @Bean
    static SubjectType periodHistory() {
        return SubjectType.single(Periods.TYPE)
                .withOptions(Map.of("status", Options.of(PeriodStatus.class, "periods.status")));
    }

    @GetMapping("/{year}")
    @PreAuthorize("isAuthenticated()")
    FiscalYear year(@PathVariable int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) throw Refused.notFound();
        var statuses = periods.statuses();
        var whole = periods.calendar().year(year);
        return new FiscalYear(
                year,
                Arrays.stream(Kind.values())
                        .flatMap(kind -> whole.parts(kind).stream())
                        .map(p -> shown(p, statuses))
                        .toList());
    }

    @PutMapping("/months/{month}")
    @PreAuthorize("hasAuthority('periods:close')")
    Shown move(@PathVariable String month, @Valid @RequestBody MoveMonth body, Viewer viewer) {
        var period = periods.month(month);
        periods.move(period, body.status(), body.version(), viewer);
        return shown(period, periods.statuses());
    }

    private static Shown shown(Period p, MonthStatuses statuses) {
        var month = p.kind() == Kind.MONTH;
        return new Shown(
                p.code(),
                p.kind(),
                p.label(Language.ZH),
                p.label(Language.EN),
                p.from(),
                p.to(),
                statuses.of(p),
                !month
                        ? List.of()
                        : Arrays.stream(PeriodStatus.values())
                                .filter(to -> statuses.refuses(p, to) == null)
                                .toList(),
                month ? statuses.version(p) : 0);
    }
}

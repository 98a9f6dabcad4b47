package zhanggui.reports;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Viewer;
import zhanggui.listings.FieldGuard;
import zhanggui.problems.Refused;

@RestController
@RequestMapping("/api/reports")
@PreAuthorize("hasAuthority('reports:read') and hasAuthority('opportunities:read')")
class ReportController {
    private static final List<String> REVEALED = List.of("amount", "owner", "closedOn", "engagedOn", "products");
    private final Reports reports;
    private final LargeReports large;
    private final FieldGuard guard;

    ReportController(Reports reports, LargeReports large, FieldGuard guard) {
        this.reports = reports;
        this.large = large;
        this.guard = guard;
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {
        @Bean
        Permissions reportPermissions() {
            return Permissions.of(Permission.plain("reports", "read"));
        }
    }

    record UnitChoice(UUID id, @Nullable UUID parent, String name) {}

    /**
     * @param to the day after the last
     * @param parts what is wanted beside the figures; everything when absent
     */
    @GetMapping("/sales")
    Report sales(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable UUID pipeline,
            @RequestParam(required = false) @Nullable Set<Report.Section> parts,
            Viewer viewer) {
        // Figures are made of these: whoever may not ask by one of them could work it out.
        for (var field : REVEALED) {
            if (!guard.isAskable("opportunities", field, viewer)) throw Refused.notAllowed();
        }
        return large.answer(
                new Question(from, to, unit, pipeline),
                parts == null || parts.isEmpty() ? EnumSet.allOf(Report.Section.class) : parts,
                viewer);
    }

    /** The units one may ask about. */
    @GetMapping("/units")
    List<UnitChoice> units(Viewer viewer) {
        return reports.units(viewer).stream()
                .map(u -> new UnitChoice(u.id(), u.parent(), u.name()))
                .toList();
    }
}

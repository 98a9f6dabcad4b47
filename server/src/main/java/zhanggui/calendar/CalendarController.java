package zhanggui.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Viewer;
import zhanggui.audit.SubjectType;
import zhanggui.calendar.WorkingDays.Described;
import zhanggui.listings.Options;
import zhanggui.problems.Refused;

@RestController
@RequestMapping("/api/calendar")
class CalendarController {
    private final WorkingDays days;

    CalendarController(WorkingDays days) {
        this.days = days;
    }

    /**
     * @param days those that are told apart, in order; where there are none nobody told the year yet
     * @param workingDays of each month, January first
     */
    @Schema(name = "CalendarYear")
    record CalendarYear(int year, List<CalendarDay> days, List<Integer> workingDays) {}

    @Schema(name = "PasteDays", example = """
            {"text": "2027-01-01 休 元旦 New Year's Day"}""")
    record PasteDays(@NotBlank @Size(max = 40_000) String text) {}

    @Schema(name = "PastedDays")
    record Pasted(int changed) {}

    @Bean
    static Permissions calendarPermissions() {
        return Permissions.of(Permission.plain("calendar", "edit"));
    }

    /** Whoever is signed in reads the calendar, and so what became of it. */
    @Bean
    static SubjectType calendarHistory() {
        return SubjectType.single(WorkingDays.TYPE)
                .withOptions(Map.of("works", Options.of(Described.Works.class, "calendar.works")));
    }

    @GetMapping("/{year}")
    @PreAuthorize("isAuthenticated()")
    CalendarYear year(@PathVariable int year) {
        if (year < WorkingDays.FIRST.getYear() || year > WorkingDays.LAST.getYear()) throw Refused.notFound();
        var calendar = days.calendar();
        return new CalendarYear(
                year,
                days.of(year),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(m -> LocalDate.of(year, m, 1))
                        .map(m -> calendar.workingDays(m, m.plusMonths(1)))
                        .toList());
    }

    @PutMapping("/days/{day}")
    @PreAuthorize("hasAuthority('calendar:edit')")
    CalendarYear tell(@PathVariable LocalDate day, @Valid @RequestBody TellDay body, Viewer viewer) {
        days.tell(day, body, viewer);
        return year(day.getYear());
    }

    @PostMapping("/pasted")
    @PreAuthorize("hasAuthority('calendar:edit')")
    Pasted paste(@Valid @RequestBody PasteDays body, Viewer viewer) {
        return new Pasted(days.paste(body.text(), viewer));
    }
}

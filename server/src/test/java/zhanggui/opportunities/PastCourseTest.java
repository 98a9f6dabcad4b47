package zhanggui.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static zhanggui.opportunities.OpportunityTest.ENGAGING;
import static zhanggui.opportunities.OpportunityTest.FIRST;
import static zhanggui.opportunities.OpportunityTest.PIPELINE;
import static zhanggui.opportunities.OpportunityTest.PROPOSAL;
import static zhanggui.opportunities.OpportunityTest.WON;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zhanggui.access.Calendar;

class PastCourseTest {
    private static final Calendar CALENDAR = new Calendar(ZoneOffset.UTC, 1);
    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
    private static final Moment NOW = OpportunityTest.day(0);

    @Test
    void aWonOneWasEngagingFromTheDayItWasEngagedAndWonFromTheDayItClosed() {
        var course = of(WON, null, MAY, MAY.plusDays(40));
        assertThat(course.history()).extracting(Span::stage).containsExactly(ENGAGING.id(), WON.id());
        assertThat(course.begun()).isEqualTo(CALENDAR.start(MAY));
        assertThat(course.history().getLast().from()).isEqualTo(CALENDAR.start(MAY.plusDays(40)));
    }

    @Test
    void whatClosesTheDayItWasEngagedClosesAMinuteLater() {
        var history = of(WON, null, MAY, MAY).history();
        assertThat(Duration.between(history.getFirst().from(), history.getLast().from()))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void createdBeforeEngagedBeginsInTheFirstStage() {
        assertThat(stages(of(WON, MAY.minusDays(5), MAY, MAY.plusDays(1))))
                .isEqualTo(List.of(FIRST.id(), ENGAGING.id(), WON.id()));
        assertThat(stages(of(PROPOSAL, MAY.minusDays(5), MAY, null))).isEqualTo(List.of(FIRST.id(), PROPOSAL.id()));
    }

    @Test
    void withoutAnyDayItBeginsNow() {
        var course = of(FIRST, null, null, null);
        assertThat(stages(course)).isEqualTo(List.of(FIRST.id()));
        assertThat(course.begun()).isEqualTo(NOW.at());
    }

    private static List<?> stages(PastCourse course) {
        return course.history().stream().map(Span::stage).toList();
    }

    private static PastCourse of(
            Stage stage, @Nullable LocalDate created, @Nullable LocalDate engaged, @Nullable LocalDate closed) {
        return PastCourse.of(PIPELINE, stage, created, engaged, closed, CALENDAR, NOW);
    }
}

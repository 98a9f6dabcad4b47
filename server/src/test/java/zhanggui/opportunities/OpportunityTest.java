package zhanggui.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import zhanggui.opportunities.Decision.Moved;

class OpportunityTest {
    static final Stage FIRST = stage("初步接触", Outcome.OPEN, 10);
    static final Stage ENGAGING = stage("深入洽谈", Outcome.OPEN, 30);
    static final Stage PROPOSAL = stage("方案报价", Outcome.OPEN, 50, Requirement.AMOUNT, Requirement.EXPECTED_CLOSE);
    static final Stage WON = stage("赢单", Outcome.WON, 100);
    static final Stage LOST = stage("输单", Outcome.LOST, 0);
    static final Pipeline PIPELINE = new Pipeline(
            UUID.randomUUID(), "标准", "Standard", 1, false, 1, List.of(FIRST, ENGAGING, PROPOSAL, WON, LOST));
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void leavingTheFirstStageEngages() {
        var engaged = moved(begun().move(ENGAGING, day(3)));
        assertThat(engaged.engagedOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(moved(engaged.move(FIRST, day(4))).engagedOn()).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void aStageAsksForWhatItRequires() {
        assertThat(begun().move(PROPOSAL, day(1)))
                .isEqualTo(new Decision.MissingFields(List.of(Requirement.AMOUNT, Requirement.EXPECTED_CLOSE)));
        var known = begun().with(details(new BigDecimal("10"), LocalDate.of(2026, 5, 1)));
        assertThat(moved(known.move(PROPOSAL, day(1))).stage()).isEqualTo(PROPOSAL);
    }

    @Test
    void winningClosesOnADayNeitherInTheFutureNorBeforeItWasEngaged() {
        var engaged = moved(begun().move(ENGAGING, day(3)));
        assertThat(engaged.win(LocalDate.of(2026, 3, 9), null, day(5))).isEqualTo(new Decision.ClosesInFuture());
        assertThat(engaged.win(LocalDate.of(2026, 3, 4), null, day(5)))
                .isEqualTo(new Decision.ClosesBeforeEngaged(LocalDate.of(2026, 3, 5)));
        var won = moved(engaged.win(LocalDate.of(2026, 3, 6), "谢谢", day(5)));
        assertThat(won.outcome()).isEqualTo(Outcome.WON);
        assertThat(won.closedOn()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(won.move(PROPOSAL, day(6))).isEqualTo(new Decision.StillClosed());
        assertThat(won.lose(LOST, "price", null, LocalDate.of(2026, 3, 7), day(6)))
                .isEqualTo(new Decision.StillClosed());
    }

    @Test
    void losingNeedsAReason() {
        assertThat(begun().lose(LOST, " ", null, LocalDate.of(2026, 3, 3), day(1)))
                .isEqualTo(new Decision.ReasonMissing());
        assertThat(moved(begun().lose(LOST, "price", null, LocalDate.of(2026, 3, 3), day(1)))
                        .lossReason())
                .isEqualTo("price");
    }

    @Test
    void reopeningForgetsTheEndAndKeepsTheHistory() {
        var lost = moved(begun().lose(LOST, "price", "太贵", LocalDate.of(2026, 3, 3), day(1)));
        var open = moved(lost.reopen(ENGAGING, day(2)));
        assertThat(open.closedOn()).isNull();
        assertThat(open.lossReason()).isNull();
        assertThat(open.note()).isNull();
        assertThat(open.history()).extracting(Span::stage).containsExactly(FIRST.id(), LOST.id(), ENGAGING.id());
        assertThat(open.reopen(FIRST, day(3))).isEqualTo(new Decision.NotClosed());
    }

    @Test
    void theEndIsCorrectedOnTheDayItIsSaidToHaveHappened() {
        var engaged = moved(begun().move(ENGAGING, day(1)));
        var lost = moved(engaged.lose(LOST, "price", "太贵", LocalDate.of(2026, 3, 10), day(8)));
        assertThat(lost.lose(LOST, "price", "太贵", LocalDate.of(2026, 3, 10), day(9)))
                .isEqualTo(new Decision.AlreadyThere());
        var decision = lost.lose(LOST, "timing", null, LocalDate.of(2026, 3, 7), day(9));
        assertThat(decision).isInstanceOf(Decision.Corrected.class);
        var corrected = ((Decision.Corrected) decision).next();
        assertThat(corrected.closedOn()).isEqualTo(LocalDate.of(2026, 3, 7));
        assertThat(corrected.lossReason()).isEqualTo("timing");
        assertThat(corrected.stageSince()).isEqualTo(day(5).at());
        assertThat(lost.lose(LOST, "price", null, LocalDate.of(2026, 3, 1), day(9)))
                .isEqualTo(new Decision.ClosesBeforeEngaged(LocalDate.of(2026, 3, 3)));
        assertThat(lost.lose(LOST, "price", null, LocalDate.of(2026, 4, 1), day(9)))
                .isEqualTo(new Decision.ClosesInFuture());
    }

    @Test
    void movingToWhereItIsChangesNothing() {
        assertThat(begun().move(FIRST, day(1))).isEqualTo(new Decision.AlreadyThere());
    }

    @Test
    void theAmountFollowsTheLinesUntilSomeoneEntersAnother() {
        var line = new Line(UUID.randomUUID(), new BigDecimal("3"), new BigDecimal("33.33"), new BigDecimal("12.5"));
        assertThat(line.amount()).isEqualTo("87.49");
        assertThat(details(null, true, line, line).amount()).isEqualTo("174.98");
        assertThat(details(new BigDecimal("150"), false, line).amount()).isEqualTo("150.00");
        assertThat(details(new BigDecimal("87.49"), false, line).amountFromLines())
                .isTrue();
        assertThat(details(BigDecimal.ZERO, false, line).amount()).isEqualTo("0.00");
        assertThat(details(null, true).amount()).isNull();
    }

    /** Whatever is tried in whatever order, the history has no gap and agrees with the state. */
    @Property(tries = 1000)
    void anySequenceOfMovesKeepsHistoryAndStateTogether(
            @ForAll @Size(max = 25) List<@IntRange(min = 0, max = 11) Integer> tries) {
        var opportunity = begun();
        long second = 0;
        for (var what : tries) {
            var moment = new Moment(
                    START.plusSeconds(second += what % 3 == 0 ? 0 : 40_000),
                    LocalDate.ofInstant(START.plusSeconds(second), ZoneOffset.UTC),
                    UUID.randomUUID());
            var decision =
                    switch (what) {
                        case 0, 1 -> opportunity.move(FIRST, moment);
                        case 2, 3 -> opportunity.move(ENGAGING, moment);
                        case 4 -> opportunity.move(PROPOSAL, moment);
                        case 5 -> opportunity.win(moment.today(), null, moment);
                        case 6 -> opportunity.win(moment.today().minusDays(2), null, moment);
                        case 7 -> opportunity.lose(LOST, "price", null, moment.today(), moment);
                        case 8 -> opportunity.lose(LOST, null, null, moment.today(), moment);
                        case 9, 10 -> opportunity.reopen(ENGAGING, moment);
                        default -> opportunity.reopen(FIRST, moment);
                    };
            if (decision instanceof Decision.Corrected(var next)) {
                assertThat(next.history()).hasSameSizeAs(opportunity.history());
                assertThat(next.outcome()).isEqualTo(opportunity.outcome());
                opportunity = next;
            } else if (decision instanceof Moved(var next)) {
                assertThat(next.history()).hasSize(opportunity.history().size() + 1);
                opportunity = next;
            }
            check(opportunity);
        }
    }

    private static void check(Opportunity o) {
        var history = o.history();
        for (int i = 0; i + 1 < history.size(); i++) {
            assertThat(history.get(i).to())
                    .isEqualTo(history.get(i + 1).from())
                    .isAfter(history.get(i).from());
            assertThat(history.get(i).stage()).isNotEqualTo(history.get(i + 1).stage());
        }
        assertThat(history.getLast().to()).isNull();
        assertThat(o.stage().id()).isEqualTo(history.getLast().stage());
        assertThat(o.closedOn() == null).isEqualTo(o.outcome() == Outcome.OPEN);
        assertThat(o.lossReason() != null).isEqualTo(o.outcome() == Outcome.LOST);
        if (o.closedOn() != null) assertThat(o.closedOn()).isAfterOrEqualTo(o.engagedOn());
        if (o.history().stream().anyMatch(s -> !s.stage().equals(FIRST.id()))) {
            assertThat(o.engagedOn()).isNotNull();
        }
    }

    static Opportunity begun() {
        return Opportunity.begun(
                UUID.randomUUID(), details(null, null), null, PIPELINE, FIRST, Worth.in("CNY"), day(0));
    }

    static Opportunity moved(Decision decision) {
        assertThat(decision).isInstanceOf(Moved.class);
        return ((Moved) decision).next();
    }

    static Moment day(int n) {
        var at = START.plusSeconds(n * 86_400L);
        return new Moment(at, LocalDate.ofInstant(at, ZoneOffset.UTC), UUID.randomUUID());
    }

    private static Details details(BigDecimal amount, LocalDate expectedClose) {
        return new Details(
                "商机", null, "CNY", amount, false, expectedClose, null, null, null, null, null, List.of(), Map.of());
    }

    private static Details details(BigDecimal amount, boolean fromLines, Line... lines) {
        return new Details(
                "商机", null, "CNY", amount, fromLines, null, null, null, null, null, null, List.of(lines), Map.of());
    }

    private static Stage stage(String name, Outcome outcome, int probability, Requirement... required) {
        return new Stage(
                UUID.randomUUID(),
                1,
                name,
                name,
                outcome,
                BigDecimal.valueOf(probability),
                ForecastCategory.PIPELINE,
                null,
                Set.of(required),
                false);
    }
}

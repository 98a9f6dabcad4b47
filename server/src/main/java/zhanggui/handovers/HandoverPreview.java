package zhanggui.handovers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page.Money;
import zhanggui.listings.Page.Reference;

/**
 * What somebody has in hand, and what a plan would make of it.
 *
 * @param leftOn the first day on which they no longer work here, where that is known
 * @param mayLeave whether the viewer may say when they leave
 * @param mayBlock whether there is an account that works, and the viewer may disable it
 */
record HandoverPreview(
        Reference leaver,
        @Nullable LocalDate leftOn,
        boolean mayLeave,
        boolean mayBlock,
        List<HandoverKind> kinds,
        List<Heir> heirs) {
    /**
     * All of one kind.
     *
     * @param list the list it stands in
     * @param filtered whether rules may choose among it by a filter
     * @param staysUnlessAsked whether it stays where nothing is said
     * @param number how much there is
     * @param moving how much the plan hands over
     * @param staying how much may be handed over, and is not
     * @param sums of the amounts, as far as the viewer may see them
     */
    record HandoverKind(
            String kind,
            String label,
            String list,
            boolean filtered,
            boolean staysUnlessAsked,
            int number,
            int moving,
            int staying,
            List<Money> sums,
            List<Group> groups,
            List<Obstacle> obstacles) {}

    /** @param trait the column it is grouped by */
    @io.swagger.v3.oas.annotations.media.Schema(name = "HandoverGroup")
    record Group(String trait, String traitLabel, String label, int number, List<Money> sums) {}

    /** What cannot be handed over, and why. */
    @io.swagger.v3.oas.annotations.media.Schema(name = "HandoverObstacle")
    record Obstacle(String reason, String label, int number) {}

    /** @param warnings what they lack to work with what they get, in words */
    @io.swagger.v3.oas.annotations.media.Schema(name = "HandoverHeir")
    record Heir(Reference person, List<String> warnings, List<Part> parts) {}

    /** @param before how much they have now; absent where the viewer may not know */
    @io.swagger.v3.oas.annotations.media.Schema(name = "HandoverPart")
    record Part(String kind, @Nullable Integer before, int gains, List<Money> sumsBefore, List<Money> gained) {}
}

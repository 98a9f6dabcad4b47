package zhanggui.reorganisations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page.Reference;

/**
 * What applying a draft would change from its day on, in words.
 *
 * @param version of the draft that was looked at
 * @param revision of the organisation it was looked at with
 * @param applicable whether nothing stands against applying it
 * @param dayPast whether its day is over
 * @param changing how many people come to work in another unit
 * @param people those who change unit, seat or superior, as far as there is room
 * @param peopleInAll how many they are
 * @param reaches whose view of others' records changes, as far as there is room
 * @param reachesInAll how many they are
 * @param unseen kinds of records the viewer may not count, in words
 * @param misfits the steps that cannot be done any more
 */
@Schema(name = "ReorganisationEffects")
record Effects(
        LocalDate day,
        int version,
        long revision,
        boolean applicable,
        boolean dayPast,
        List<UnitEffect> units,
        List<SeatEffect> seats,
        int changing,
        List<PersonEffect> people,
        int peopleInAll,
        List<ReachEffect> reaches,
        int reachesInAll,
        List<String> unseen,
        List<EffectWarning> warnings,
        List<Misfit> misfits) {
    enum Fate {
        NEW,
        CLOSED,
        CHANGED
    }

    enum Aspect {
        NAME,
        NAME_EN,
        PARENT,
        HEAD,
        UNIT,
        LEADS,
        SUPERIOR,
        OCCUPANT
    }

    @Schema(name = "ReorganisationDifference")
    record Difference(
            Aspect aspect,
            @Nullable String before,
            @Nullable String after) {}

    /** @param peopleBefore how many work there and below */
    record UnitEffect(
            UUID id, String name, Fate fate, List<Difference> differences, int peopleBefore, int peopleAfter) {}

    record SeatEffect(
            UUID id,
            String title,
            @Nullable String unit,
            @Nullable Reference occupant,
            Fate fate,
            List<Difference> differences) {}

    record PersonEffect(Reference person, List<Difference> differences) {}

    /** @param parts by kind of record */
    record ReachEffect(Reference person, @Nullable String unit, List<ReachPart> parts) {}

    /**
     * How one person's view of one kind of record changes.
     *
     * @param coming how many colleagues come into their reach
     * @param gained how many records they own now
     */
    record ReachPart(String kind, String label, int coming, int gained, int leaving, int lost) {}

    enum EffectConcern {
        /** A unit nobody is to lead. */
        UNIT_WITHOUT_HEAD,
        /** A unit whose head's seat nobody sits on. */
        HEAD_VACANT,
        /** Somebody who is to sit nowhere. */
        PERSON_WITHOUT_SEAT
    }

    record EffectWarning(EffectConcern concern, String name) {}

    /** @param problem why, in words */
    record Misfit(UUID step, String problem) {}
}

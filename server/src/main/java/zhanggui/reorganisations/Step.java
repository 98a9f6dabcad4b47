package zhanggui.reorganisations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.texts.Language;

/**
 * One change a draft is to make.
 *
 * @param subject the unit or seat that is changed or made
 * @param to the unit it goes into or the seat it reports to; absent for the top, or for whom the tree says
 * @param person who is to sit there
 * @param seen what it changes, as it was when it was entered
 * @param told the same for people
 */
record Step(
        UUID id,
        StepKind kind,
        UUID subject,
        @Nullable UUID to,
        @Nullable UUID person,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable Boolean head,
        Seen seen,
        Told told) {

    /** Whatever of a unit, a seat or a person one kind of step relies on; the rest is absent. */
    record Seen(
            @Nullable UUID place,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable Boolean head) {
        static final Seen NOTHING = new Seen(null, null, null, null, null);

        static Seen at(@Nullable UUID place) {
            return new Seen(place, null, null, null, null);
        }
    }

    /** What a unit, or a seat, is called. */
    record Called(String name, @Nullable String nameEn) {
        String in(Language language) {
            return language == Language.EN && nameEn != null ? nameEn : name;
        }
    }

    /**
     * A step in the words of when it was entered.
     *
     * @param person who sat on the seat, or is to sit there
     */
    record Told(
            @Nullable Called subject,
            @Nullable UUID person,
            @Nullable Called from,
            @Nullable Called to) {}

    Step seeing(Seen now, Told words) {
        return new Step(id, kind, subject, to, person, name, nameEn, head, now, words);
    }
}

package zhanggui.opportunities;

import java.time.LocalDate;
import java.util.List;

/** What becomes of the wish to move an opportunity. */
sealed interface Decision {
    record Moved(Opportunity next) implements Decision {}

    /** Closed as it was, with another day, reason or note. */
    record Corrected(Opportunity next) implements Decision {}

    record AlreadyThere() implements Decision {}

    /** The stage asks for what is not known yet. */
    record MissingFields(List<Requirement> fields) implements Decision {}

    /** Not a stage of its pipeline, or one that is retired, or not one for this kind of move. */
    record NoSuchStage() implements Decision {}

    /** It is won or lost, and has to be reopened first. */
    record StillClosed() implements Decision {}

    /** There is nothing to reopen. */
    record NotClosed() implements Decision {}

    record ReasonMissing() implements Decision {}

    record ClosesInFuture() implements Decision {}

    record ClosesBeforeEngaged(LocalDate engagedOn) implements Decision {}
}

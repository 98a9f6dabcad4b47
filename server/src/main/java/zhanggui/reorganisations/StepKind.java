package zhanggui.reorganisations;

/** What a step of a draft does. */
enum StepKind {
    ADD_UNIT,
    MOVE_UNIT,
    RENAME_UNIT,
    CLOSE_UNIT,
    ADD_SEAT,
    /** Who sits there comes along. */
    MOVE_SEAT,
    RENAME_SEAT,
    /** Makes it the head of its unit, or no longer. */
    LEAD,
    /** Says to which seat it reports. */
    REPORT,
    CLOSE_SEAT,
    /** Has a person work there mainly. */
    SEAT_PERSON,
    VACATE;

    boolean makes() {
        return this == ADD_UNIT || this == ADD_SEAT;
    }
}

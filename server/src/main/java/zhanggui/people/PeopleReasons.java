package zhanggui.people;

import zhanggui.problems.Reason;

/** Why the organisation refuses a change. */
enum PeopleReasons implements Reason {
    UNIT_CYCLE("unit-cycle"),
    SEAT_CYCLE("seat-cycle"),
    UNIT_NOT_THERE("unit-not-there"),
    UNIT_IN_USE("unit-in-use"),
    SEAT_NOT_THERE("seat-not-there"),
    SEAT_OCCUPIED("seat-occupied"),
    SEAT_REPORTED_TO("seat-reported-to"),
    SEAT_ABOVE_NOT_THERE("seat-above-not-there"),
    HEAD_TAKEN("head-taken"),
    SEAT_TAKEN("seat-taken"),
    MAIN_SEAT_TAKEN("main-seat-taken"),
    PERSON_LEFT("person-left"),
    NOT_THEN("not-then");

    private final String code;

    PeopleReasons(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 409;
    }
}

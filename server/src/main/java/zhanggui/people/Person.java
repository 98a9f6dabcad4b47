package zhanggui.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.people.People.NewPerson;

/**
 * Someone who works, or worked, here.
 *
 * @param leftOn the first day on which they no longer work here
 */
record Person(
        UUID id,
        String name,
        @Nullable String nameEn,
        @Nullable String employeeNumber,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable LocalDate hiredOn,
        @Nullable LocalDate leftOn,
        @Nullable String externalId,
        int version) {

    /** A person as the log tells of them: with the columns of the list of people. */
    record Described(
            String name,
            @Nullable String nameEn,
            @Nullable String employeeNumber,
            @Nullable String email,
            @Nullable String mobile,
            @Nullable LocalDate hiredOn,
            @Nullable LocalDate leftOn,
            @Nullable String externalId) {}

    static Person of(UUID id, NewPerson entered, @Nullable LocalDate leftOn, int version) {
        return new Person(
                id,
                entered.name().strip(),
                stripped(entered.nameEn()),
                stripped(entered.employeeNumber()),
                stripped(entered.email()),
                stripped(entered.mobile()),
                entered.hiredOn(),
                leftOn,
                stripped(entered.externalId()),
                version);
    }

    Person leaving(LocalDate day) {
        return new Person(id, name, nameEn, employeeNumber, email, mobile, hiredOn, day, externalId, version);
    }

    Described described() {
        return new Described(name, nameEn, employeeNumber, email, mobile, hiredOn, leftOn, externalId);
    }

    boolean hasLeft(LocalDate day) {
        return leftOn != null && !leftOn.isAfter(day);
    }

    /** Whether the days they came and left are in order. */
    boolean leftAfterHired() {
        return hiredOn == null || leftOn == null || !leftOn.isBefore(hiredOn);
    }

    /** What was typed without blanks around it; absent when nothing else was. */
    static @Nullable String stripped(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}

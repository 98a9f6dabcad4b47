package zhanggui.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person is leaving; told in the transaction in which that is entered.
 *
 * @param on the first day on which they no longer work here
 */
public record PersonLeft(UUID person, LocalDate on) {}

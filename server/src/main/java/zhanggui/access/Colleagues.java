package zhanggui.access;

import java.util.Optional;
import java.util.UUID;

/** The organisation of today as rights need it. */
public interface Colleagues {
    /** The people a grant of {@code person} covers, {@code person} included; never asked for {@link Reach#ALL}. */
    Circle coveredBy(Grant grant, UUID person);

    /** The unit a person mainly works in; empty where they have no seat. */
    Optional<Place> unitOf(UUID person);

    record Place(UUID unit, String name) {}

    /** The people of a unit and the units below it. */
    Circle inUnit(UUID unit);
}

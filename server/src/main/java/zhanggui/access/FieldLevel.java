package zhanggui.access;

/** How far somebody may go with one field of the records of a list; each level includes those before it. */
public enum FieldLevel {
    /** As if it did not exist. */
    HIDDEN,
    /** Shown without its middle; not found, sorted or changed by it. Only texts can be. */
    MASKED,
    READ,
    WRITE;

    public boolean isShown() {
        return this != HIDDEN;
    }

    /** Whether people may search, filter, sort, group and sum by it. */
    public boolean isAskable() {
        return compareTo(READ) >= 0;
    }

    public boolean isWritable() {
        return this == WRITE;
    }

    public FieldLevel or(FieldLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

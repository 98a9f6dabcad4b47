package zhanggui.activities;

/** How a customer was followed up. */
public enum ActivityKind {
    CALL,
    VISIT,
    MEETING,
    MESSAGE,
    EMAIL,
    OTHER
}

package zhanggui.listings;

/** How a filter compares a column with its values. */
public enum Operator {
    IS,
    IS_NOT,
    CONTAINS,
    NOT_CONTAINS,
    STARTS_WITH,
    AT_LEAST,
    AT_MOST,
    BETWEEN,
    EMPTY,
    NOT_EMPTY,
    /** A span of days relative to today; see {@link Span}. */
    WITHIN,
    /** The viewer. */
    ME,
    /** The viewer and those who report to them, directly or not. */
    MY_REPORTS,
    /** The people of the viewer's own units. */
    MY_DEPARTMENT,
    /** The people of a unit and the units below it. */
    IN_UNIT;

    boolean takesNoValue() {
        return switch (this) {
            case EMPTY, NOT_EMPTY, ME, MY_REPORTS, MY_DEPARTMENT -> true;
            case IS, IS_NOT, CONTAINS, NOT_CONTAINS, STARTS_WITH, AT_LEAST, AT_MOST, BETWEEN, WITHIN, IN_UNIT -> false;
        };
    }
}

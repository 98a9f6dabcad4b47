package zhanggui.notices;

/**
 * One kind of notice, declared as a bean. Its name stands under {@code notice.kind.<name>}, its sentence under {@code
 * notice.<name>}, that of several records under {@code notice.<name>.many}.
 *
 * <p>A sentence is given: {0} who did it, {1} what the record is called, {2} how many there are, {3} what records of the
 * list are called, {4} and on the words it was told with.
 *
 * @param mailed whether it goes out by mail where a person did not say otherwise
 */
public record NoticeKind(String name, boolean mailed) {}

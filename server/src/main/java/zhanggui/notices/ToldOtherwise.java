package zhanggui.notices;

/**
 * Something that changes whose many records are, in several transactions, declared as a bean: whoever does it tells the
 * people themselves, once, and that it was logged tells nobody.
 *
 * @param action as the log calls it
 */
public record ToldOtherwise(String action) {}

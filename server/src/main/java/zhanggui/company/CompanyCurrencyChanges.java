package zhanggui.company;

/**
 * The company is about to keep its books in another currency; told in the transaction in which that is entered. A module
 * whose records hold amounts in it refuses.
 */
public record CompanyCurrencyChanges(String from, String to) {}

package zhanggui.audit;

import zhanggui.listings.Options;

/**
 * The words of a field another module keeps beside the records of a list, and which the log therefore tells of under those
 * records: as a bean, read wherever the history is.
 *
 * @param type the name of the list
 */
public record FieldOptions(String type, String field, Options options) {}

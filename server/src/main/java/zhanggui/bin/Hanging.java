package zhanggui.bin;

import org.jooq.TableField;

/**
 * A table whose rows hang on a record of any list, without a foreign key: they go into the bin with it and come back with
 * it.
 *
 * @param list the column that names the list
 * @param record the column that names the record
 */
public record Hanging(TableField<?, String> list, TableField<?, java.util.UUID> record) {}

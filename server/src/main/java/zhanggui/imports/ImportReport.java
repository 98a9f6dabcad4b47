package zhanggui.imports;

import java.math.BigDecimal;

/**
 * What a check found or a run did, in rows.
 *
 * @param seconds how long it took
 * @param imported whether anything stayed
 */
record ImportReport(
        int created, int updated, int skipped, int refused, int rows, BigDecimal seconds, boolean imported) {}

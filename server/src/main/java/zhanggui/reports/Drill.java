package zhanggui.reports;

import java.util.Map;
import zhanggui.listings.Filter;

/**
 * The list behind a figure.
 *
 * @param filter as a filter stands in a URL
 */
record Drill(String list, Map<String, Object> filter) {
    static Drill opportunities(Filter filter) {
        return new Drill("opportunities", filter.toJson());
    }
}

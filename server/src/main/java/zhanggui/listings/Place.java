package zhanggui.listings;

import org.jspecify.annotations.Nullable;
import zhanggui.problems.Refused;

/**
 * Where in a list a page lies: by its number, or right beside a page that was read before.
 *
 * @param page from 1
 * @param total how many rows there were when they were last counted; spares counting them again
 * @param after what an earlier page said continues behind it
 * @param before what an earlier page said continues in front of it
 */
public record Place(
        int page,
        int size,
        @Nullable Long total,
        @Nullable String after,
        @Nullable String before) {
    public static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;

    public Place {
        if (page < 1 || page > LAST_PAGE) throw Refused.invalid("page", page < 1 ? "min" : "max");
        if (size < 1 || size > LARGEST_PAGE) throw Refused.invalid("size", size < 1 ? "min" : "max");
        if (total != null && total < 0) throw Refused.invalid("total", "min");
        if (after != null && before != null) throw Refused.invalid("before", "continuation-unfit");
    }

    public static Place of(int page, int size) {
        return new Place(page, size, null, null, null);
    }

    long offset() {
        return (page - 1L) * size;
    }
}

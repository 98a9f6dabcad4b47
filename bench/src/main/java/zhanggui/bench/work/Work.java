package zhanggui.bench.work;

import java.util.List;

/** One kind of work that is measured. */
public interface Work {
    /** As {@code --only} calls it. */
    String name();

    /** Decides what will be asked, and finds out on a server that tells what SQL that takes. */
    void prepare(Place place, Recorder recorder) throws Exception;

    /** Does a little of it that leaves no trace, so that a server that has just started gets going. */
    default void warm(Place place, int n) throws Exception {
        // Most leave traces.
    }

    List<Line> measure(Place place) throws Exception;
}

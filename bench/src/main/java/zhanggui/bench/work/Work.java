package zhanggui.bench.work;

import java.util.List;

/** One kind of work that is measured. */
public interface Work {
    /** As {@code --only} calls it. */
    String name();

    /** Decides what will be asked, and finds out on a server that tells what SQL that takes. */
    void prepare(Place place, Recorder recorder) throws Exception;

    /**
     * Does a little of it, so that a server that has just started gets going: what leaves no trace, or what is taken out
     * with what measuring leaves.
     */
    default void warm(Place place, int n) throws Exception {
        // What takes a minute, or a file, is not done beforehand.
    }

    List<Line> measure(Place place) throws Exception;
}

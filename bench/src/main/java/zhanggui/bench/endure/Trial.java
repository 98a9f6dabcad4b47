package zhanggui.bench.endure;

import java.util.List;

/** One thing that is tried. */
interface Trial {
    /** As {@code --only} calls it. */
    String name();

    List<Finding> run(Stand stand) throws Exception;
}

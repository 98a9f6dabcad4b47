package zhanggui.imports;

import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import zhanggui.imports.files.Layout;
import zhanggui.imports.files.Table;

/** Reads files, few at a time: each may take much memory for a moment. */
@Component
class FileReading {
    private static final int AT_ONCE = 2;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Table read(byte[] content, String fileName, Layout.WantedLayout layout, Predicate<String> known) {
        turns.acquireUninterruptibly();
        try {
            return Table.read(content, fileName, layout, known);
        } finally {
            turns.release();
        }
    }
}

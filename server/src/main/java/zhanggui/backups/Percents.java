package zhanggui.backups;

import java.io.PrintStream;
import zhanggui.backups.copying.Progress;

/** Tells a person at a terminal how far work is, a line for each step and each quarter of a long one. */
final class Percents {
    private static final int QUARTER = 25;
    private final PrintStream out;

    Percents(PrintStream out) {
        this.out = out;
    }

    Progress begin(String what) {
        out.println(what + " …");
        return new Progress() {
            private int told;

            @Override
            public void at(long done, long total) {
                int percent = total == 0 ? 0 : (int) (100.0 * done / total);
                if (percent < told + QUARTER || percent >= 100) return;
                told = percent / QUARTER * QUARTER;
                out.println("  " + told + " %");
            }
        };
    }
}

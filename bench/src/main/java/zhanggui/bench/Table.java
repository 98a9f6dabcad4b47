package zhanggui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import zhanggui.bench.data.Kept;
import zhanggui.bench.work.Line;

/** The table of a run, as it is printed and kept: no names of hosts, people or folders. */
final class Table {
    private final Machine machine;
    private final String day;
    private final StringBuilder sets = new StringBuilder();
    private final List<String> lines = new ArrayList<>();
    private boolean sound = true;

    Table(Machine machine, String day) {
        this.machine = machine;
        this.day = day;
    }

    void on(Kept kept) {
        sets.append("- data ")
                .append(kept.size().inWords())
                .append("; seed ")
                .append(kept.seed())
                .append(", up to ")
                .append(kept.day())
                .append('\n');
    }

    void add(Kept kept, Line line) {
        var row = String.join(
                " | ",
                kept.size() + ": " + line.work(),
                line.load(),
                line.ours(),
                line.database(),
                line.ratio(),
                line.budget(),
                line.verdict());
        sound &= line.sound();
        lines.add("| " + row + " |");
        System.out.println("| " + row + " |");
    }

    /** Whether everything could be measured. */
    boolean isSound() {
        return sound;
    }

    String text() {
        return "# Measured on " + day + "\n\n- " + machine.inWords() + "\n- commit " + machine.commit() + "\n" + sets
                + "- server with its usual settings and the PostgreSQL it brings along; whoever asks shares the machine with them\n\n"
                + "| work | load | ours | the database alone | ratio of p95 | budget | |\n|--|--|--|--|--|--|--|\n"
                + String.join("\n", lines) + "\n";
    }

    void keep(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), text());
    }
}

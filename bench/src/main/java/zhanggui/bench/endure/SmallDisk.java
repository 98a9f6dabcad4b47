package zhanggui.bench.endure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of one megabyte, in memory; only root may mount one. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final boolean mounted;

    private SmallDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    static SmallDisk at(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return new SmallDisk(folder, run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()));
    }

    /** Whether there is one; without, the folder is on a disk like others. */
    boolean isMounted() {
        return mounted;
    }

    Path folder() {
        return folder;
    }

    boolean isEmpty() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (mounted && !run("umount", folder.toString())) throw new IOException(folder + " cannot be unmounted");
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such command here
        }
    }
}

package zhanggui.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured on, as far as others need to know. */
public record Machine(String processor, int cores, long gigabytes, String java, String commit) {
    public static Machine here() throws IOException {
        return new Machine(
                found(Path.of("/proc/cpuinfo"), "model name", System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                Math.round(Long.parseLong(
                                found(Path.of("/proc/meminfo"), "MemTotal", "0").replaceAll("\\D", ""))
                        / 1024.0
                        / 1024.0),
                System.getProperty("java.version"),
                present());
    }

    private static String found(Path file, String key, String otherwise) throws IOException {
        if (!Files.exists(file)) return otherwise;
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }

    private static String present() throws IOException {
        var commit = git("rev-parse", "--short=12", "HEAD");
        return git("status", "--porcelain", "--untracked-files=no").isEmpty() ? commit : commit + " with changes";
    }

    private static String git(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    public String inWords() {
        return String.format(
                Locale.ROOT, "%d cores of %s, %d GB of memory, Java %s", cores, processor, gigabytes, java);
    }
}

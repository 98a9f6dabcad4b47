package zhanggui.seals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A file of this server, outside the database, with a line for each head that was told. */
@Component
class HeadFile {
    private static final Logger log = LoggerFactory.getLogger(HeadFile.class);
    private final Path file;

    HeadFile(@Value("${zhanggui.audit-heads}") Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** Adds a head; a file that cannot be written stops nobody, and the server's log has the head as well. */
    void add(Head head) {
        try {
            var folder = file.getParent();
            if (folder != null) Files.createDirectories(folder);
            Files.writeString(file, head.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            log.error("The head of the audit log cannot be written to {}: {}", file, e.toString());
        }
    }

    /** The heads in it. */
    List<Head> heads() {
        try {
            if (!Files.exists(file)) return List.of();
            return Files.readAllLines(file).stream()
                    .map(Head::read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            log.error("The heads of the audit log cannot be read from {}: {}", file, e.toString());
            return List.of();
        }
    }
}

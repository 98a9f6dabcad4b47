package zhanggui;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    static final ApplicationModules MODULES = ApplicationModules.of(Zhanggui.class);
    static final Path MAP = Path.of("../docs/modules.md");

    @Test
    void modulesKeepTheirBoundaries() {
        MODULES.verify();
    }

    /** A new arrow between modules shows in the diff of docs/modules.md; {@code ./zhanggui docs} redraws it. */
    @Test
    void theModuleMapIsCurrent() throws IOException {
        var drawn = draw();
        if (Boolean.getBoolean("redraw")) Files.writeString(MAP, drawn);
        assertThat(MAP).as("run ./zhanggui docs").hasContent(drawn);
    }

    static String draw() {
        var arrows = MODULES.stream()
                .sorted(Comparator.comparing(m -> m.getIdentifier().toString()))
                .flatMap(m -> m.getDirectDependencies(MODULES)
                        .uniqueModules()
                        .map(d -> "  %s --> %s".formatted(m.getIdentifier(), d.getIdentifier()))
                        .sorted())
                .collect(joining("\n", "```mermaid\ngraph TD\n", "\n```\n"));
        return "# Modules and what they know of each other\n\nDrawn by a test from the code; do not edit.\n\n" + arrows;
    }
}

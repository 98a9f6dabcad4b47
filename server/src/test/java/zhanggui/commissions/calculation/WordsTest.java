package zhanggui.commissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import zhanggui.rules.NotARule;
import zhanggui.traces.Op;

/** Everything a calculation says has words in both languages. */
class WordsTest {
    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        for (var file : new String[] {"commissions", "traces", "rules"}) {
            try (var in = Files.newBufferedReader(
                    Path.of("src/main/resources/texts/%s.%s.properties".formatted(file, language)))) {
                texts.load(in);
            }
        }
        return texts;
    }

    @Test
    void labelsFindingsAndReasonsHaveWords() throws IOException {
        var keys = new TreeSet<String>();
        var label = Pattern.compile("\"((?:commission|trace)\\.[a-zA-Z]+)\"");
        try (var files = Files.walk(Path.of("src/main/java/zhanggui"))) {
            for (var file : files.filter(f -> f.toString().matches(".*/(commissions|traces)/.*\\.java"))
                    .toList()) {
                var found = label.matcher(Files.readString(file));
                while (found.find()) keys.add(found.group(1));
            }
        }
        Arrays.stream(Finding.Code.values()).map(Finding.Code::key).forEach(keys::add);
        Arrays.stream(Earning.Mark.values()).map(m -> "commissions.mark." + m).forEach(keys::add);
        Arrays.stream(Op.values()).map(o -> "trace.op." + o).forEach(keys::add);
        Arrays.stream(NotARule.Why.values()).map(w -> "field.rule-" + w.code()).forEach(keys::add);
        assertThat(keys).hasSizeGreaterThan(80);
        for (var language : new String[] {"zh", "en"})
            assertThat(texts(language).stringPropertyNames()).as(language).containsAll(keys);
    }
}

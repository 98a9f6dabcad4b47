package zhanggui.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import zhanggui.texts.Language;

/** The invented words of the demonstration in one language. */
final class Words {
    private final Properties words = new Properties();

    Words(Language language) {
        var file = "/demo/words." + (language == Language.EN ? "en" : "zh") + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String one(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    List<String> list(String key) {
        return List.of(one(key).split(",", -1));
    }
}

package zhanggui.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Finds a text by key and language. A key without a text is a bug: a test compares both languages. */
@Component
public class Texts {
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    public Texts() {
        texts.put(Language.ZH, load("zh"));
        texts.put(Language.EN, load("en"));
    }

    /** The text of {@code key} with {@code {0}}, {@code {1}} … filled in; the key itself where there is none. */
    public String get(Language language, String key, Object... arguments) {
        var pattern = of(language).getOrDefault(key, key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern.replace("'", "''"), language.locale()).format(arguments);
    }

    public Optional<String> find(Language language, String key) {
        return Optional.ofNullable(of(language).get(key));
    }

    /** The texts whose keys are {@code prefix} and one more word, by that word. */
    public Map<String, String> under(Language language, String prefix) {
        var found = new TreeMap<String, String>();
        of(language).forEach((key, text) -> {
            if (key.startsWith(prefix) && key.indexOf('.', prefix.length()) < 0) {
                found.put(key.substring(prefix.length()), text);
            }
        });
        return found;
    }

    public Set<String> keys(Language language) {
        return Set.copyOf(of(language).keySet());
    }

    private Map<String, String> of(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    private static Map<String, String> load(String language) {
        var all = new HashMap<String, String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/*." + language + ".properties")) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> all.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}

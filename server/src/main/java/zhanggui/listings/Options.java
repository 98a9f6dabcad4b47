package zhanggui.listings;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The values a choice column may hold, in the order people are shown them. */
@FunctionalInterface
public interface Options {
    List<Option> in(Language language, Texts texts);

    /** @param color a token of the client's palette, when the value has one */
    record Option(String value, String label, @Nullable String color) {}

    /** The constants of an enum; their words stand under {@code <prefix>.<NAME>}. */
    static Options of(Class<? extends Enum<?>> type, String prefix) {
        return (language, texts) -> Arrays.stream(type.getEnumConstants())
                .map(e -> new Option(e.name(), texts.get(language, prefix + "." + e.name()), null))
                .toList();
    }
}

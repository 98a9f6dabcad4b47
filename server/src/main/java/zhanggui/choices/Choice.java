package zhanggui.choices;

import zhanggui.texts.Language;

/** One value: a stable code, and its name in both languages. */
public record Choice(String code, String name, String nameEn) {
    public static Choice of(String code, String name, String nameEn) {
        return new Choice(code, name, nameEn);
    }

    public String in(Language language) {
        return language == Language.EN ? nameEn : name;
    }
}

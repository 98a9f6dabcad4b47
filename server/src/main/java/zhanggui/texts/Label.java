package zhanggui.texts;

/** What something is called in both languages, where people name it themselves. */
public record Label(String zh, String en) {
    public String in(Language language) {
        return language == Language.EN ? en : zh;
    }
}

package zhanggui.customers;

/** Names as they are shown to people who may not see the record: recognisable to those who know it, useless to others. */
final class Masked {
    private Masked() {}

    /** 上海云帆科技 → 上海**科技; short names keep their first character only. */
    static String name(String name) {
        var characters = name.strip().codePoints().toArray();
        if (characters.length < 5) return new String(characters, 0, Math.min(1, characters.length)) + "**";
        return new String(characters, 0, 2) + "**" + new String(characters, characters.length - 2, 2);
    }
}

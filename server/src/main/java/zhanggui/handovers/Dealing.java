package zhanggui.handovers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deals things out between people. */
final class Dealing {
    private Dealing() {}

    /**
     * Each gets as many as any other, or one less; and because it goes to and fro, of things in order of their worth
     * nobody always gets the better one.
     */
    static <T, P> Map<T, P> evenly(List<T> things, List<P> people) {
        var dealt = new LinkedHashMap<T, P>();
        int number = people.size();
        for (int i = 0; i < things.size(); i++) {
            int at = i % number;
            boolean back = (i / number) % 2 == 1;
            dealt.put(things.get(i), people.get(back ? number - 1 - at : at));
        }
        return dealt;
    }
}

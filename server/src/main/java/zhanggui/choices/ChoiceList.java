package zhanggui.choices;

import java.util.List;

/**
 * A list of values and what it holds at first.
 *
 * @param name such as {@code industries}; its words stand under {@code choices.<name>}
 */
public record ChoiceList(String name, List<Choice> initial) {
    public static ChoiceList of(String name, Choice... initial) {
        return new ChoiceList(name, List.of(initial));
    }
}

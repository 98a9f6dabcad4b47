package zhanggui.imports.files;

import java.util.List;

/**
 * One line of a table as it stands in its file.
 *
 * @param number from 1, as a person counts lines in the file
 */
public record Line(int number, List<String> cells) {
    /** The text at a column, empty beyond the end. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isEmpty() {
        return cells.stream().allMatch(c -> CellText.clean(c).isEmpty());
    }

    /** How many cells there are up to the last that says anything. */
    public int width() {
        int width = cells.size();
        while (width > 0 && CellText.clean(cells.get(width - 1)).isEmpty()) width--;
        return width;
    }
}

package zhanggui.products;

import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.edits.Changes;
import zhanggui.edits.Editing;

/** Products a field at a time; they are retired, not deleted. */
@Component
class ProductEditing implements Editing {
    private final Products products;

    ProductEditing(Products products) {
        this.products = products;
    }

    @Override
    public String list() {
        return "products";
    }

    @Override
    public void edit(UUID id, Changes changes, Viewer viewer) {
        products.edit(id, changes.in(products.asCommand(id, viewer)), viewer);
    }
}

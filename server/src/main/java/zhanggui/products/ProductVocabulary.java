package zhanggui.products;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.imports.Vocabulary;
import zhanggui.products.ProductCommands.NewProduct;

/** Finds products by name, code, English name or alias, whatever the case; a decision becomes an alias. */
@Component
@Transactional
public class ProductVocabulary implements Vocabulary {
    private final ProductStore store;
    private final Products products;

    ProductVocabulary(ProductStore store, Products products) {
        this.store = store;
        this.products = products;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var ids = new HashMap<String, String>();
        store.known(texts).stream()
                .sorted(java.util.Comparator.comparing(Product.Known::as))
                .forEach(k -> ids.putIfAbsent(k.word(), k.product().toString()));
        var found = new HashMap<String, String>();
        for (var text : texts) {
            var id = ids.get(Product.word(text));
            if (id != null) found.put(text, id);
        }
        return found;
    }

    @Override
    public Optional<String> list() {
        return Optional.of("products");
    }

    @Override
    public boolean mayCreate(Viewer viewer) {
        return viewer.may(Products.EDIT);
    }

    @Override
    public String create(String text, Viewer viewer) {
        return products.create(NewProduct.named(text), viewer).id().toString();
    }

    /** Kept as an alias by those who may edit products; a word that finds some product already stays as it is. */
    @Override
    public void decided(String text, String value, Viewer viewer) {
        if (!viewer.may(Products.EDIT) || !store.known(List.of(text)).isEmpty()) return;
        var id = UUID.fromString(value);
        store.lock(id);
        var stored = store.find(List.of(id)).get(id);
        if (stored == null) return;
        var edited = new Products.Edited(stored.product(), stored.product().withAlias(text));
        products.save(List.of(), List.of(edited), "changed", viewer);
    }
}

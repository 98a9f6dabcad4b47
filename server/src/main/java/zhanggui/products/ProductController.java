package zhanggui.products;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.products.ProductCommands.EditProduct;
import zhanggui.products.ProductCommands.NewProduct;

@RestController
@RequestMapping("/api/products")
class ProductController {
    private final Products products;

    ProductController(Products products) {
        this.products = products;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('products:read')")
    ProductRecord get(@PathVariable UUID id, Viewer viewer) {
        return products.get(id, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('products:edit')")
    ProductRecord create(@Valid @RequestBody NewProduct body, Viewer viewer) {
        return products.create(body, viewer);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('products:edit')")
    ProductRecord edit(@PathVariable UUID id, @Valid @RequestBody EditProduct body, Viewer viewer) {
        return products.edit(id, body, viewer);
    }
}

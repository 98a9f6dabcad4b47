package zhanggui.products;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;

@RestController
@RequestMapping("/api/categories")
class CategoryController {
    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    @Schema(name = "AddedCategory")
    record Added(UUID id) {}

    @GetMapping
    @PreAuthorize("hasAuthority('products:read')")
    List<Categories.Shown> all() {
        return categories.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('products:edit')")
    Added add(@Valid @RequestBody Categories.NewCategory body, Viewer viewer) {
        return new Added(categories.add(body, viewer));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('products:edit')")
    void edit(@PathVariable UUID id, @Valid @RequestBody Categories.EditCategory body, Viewer viewer) {
        categories.edit(id, body, viewer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('products:edit')")
    void delete(@PathVariable UUID id, Viewer viewer) {
        categories.delete(id, viewer);
    }
}

package zhanggui.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import zhanggui.listings.Selection;

@RestController
@RequestMapping("/api/customers")
class CustomerController {
    private final Customers customers;
    private final Ownership ownership;
    private final Duplicates duplicates;

    CustomerController(Customers customers, Ownership ownership, Duplicates duplicates) {
        this.customers = customers;
        this.ownership = ownership;
        this.duplicates = duplicates;
    }

    record AssignCustomers(
            @NotNull Selection selection, @NotNull UUID owner) {}

    /** @param version of the customer on which they were chosen; whatever it is by now when absent */
    record ShareCustomer(
            @Nullable Integer version,
            @NotNull @Size(max = 50) List<Ownership.@NotNull @Valid Share> collaborators) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('customers:create')")
    CustomerView create(@Valid @RequestBody SaveCustomer body, Viewer viewer) {
        return customers.saved(customers.create(body, viewer), viewer);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('customers:read')")
    CustomerView get(@PathVariable UUID id, Viewer viewer) {
        return customers.view(id, viewer);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('customers:edit')")
    CustomerView edit(@PathVariable UUID id, @Valid @RequestBody SaveCustomer body, Viewer viewer) {
        customers.edit(id, body, viewer);
        return customers.saved(id, viewer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:delete')")
    void delete(@PathVariable UUID id, Viewer viewer) {
        customers.delete(id, viewer);
    }

    @PostMapping("/assign")
    @PreAuthorize("hasAuthority('customers:assign')")
    Ownership.Assigned assign(@Valid @RequestBody AssignCustomers body, Viewer viewer) {
        return ownership.assign(body.selection(), body.owner(), viewer);
    }

    @PutMapping("/{id}/collaborators")
    @PreAuthorize("hasAuthority('customers:edit')")
    CustomerView share(@PathVariable UUID id, @Valid @RequestBody ShareCustomer body, Viewer viewer) {
        ownership.share(id, body.collaborators(), body.version(), viewer);
        return customers.saved(id, viewer);
    }

    @PostMapping("/duplicates")
    @PreAuthorize("hasAnyAuthority('customers:create', 'customers:edit')")
    List<Duplicates.Candidate> duplicates(@Valid @RequestBody Duplicates.Probe body, Viewer viewer) {
        return duplicates.find(body, viewer);
    }
}

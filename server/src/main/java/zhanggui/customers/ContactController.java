package zhanggui.customers;

import jakarta.validation.Valid;
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
@RequestMapping("/api")
class ContactController {
    private final Contacts contacts;

    ContactController(Contacts contacts) {
        this.contacts = contacts;
    }

    @PostMapping("/customers/{customer}/contacts")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('customers:edit')")
    ContactState add(@PathVariable UUID customer, @Valid @RequestBody SaveContact body, Viewer viewer) {
        return contacts.find(contacts.add(customer, body, viewer), viewer);
    }

    @GetMapping("/contacts/{id}")
    @PreAuthorize("hasAuthority('customers:read')")
    ContactState get(@PathVariable UUID id, Viewer viewer) {
        return contacts.find(id, viewer);
    }

    @PutMapping("/contacts/{id}")
    @PreAuthorize("hasAuthority('customers:edit')")
    ContactState edit(@PathVariable UUID id, @Valid @RequestBody SaveContact body, Viewer viewer) {
        contacts.edit(id, body, viewer);
        return contacts.find(id, viewer);
    }

    @DeleteMapping("/contacts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:edit')")
    void delete(@PathVariable UUID id, Viewer viewer) {
        contacts.delete(id, viewer);
    }
}

package zhanggui.people;

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
import zhanggui.people.People.EditPerson;
import zhanggui.people.People.NewPerson;

@RestController
@RequestMapping("/api/people")
class PeopleController {
    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('people:read')")
    PersonView get(@PathVariable UUID id) {
        return people.view(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('people:edit')")
    PersonView create(@Valid @RequestBody NewPerson body, Viewer viewer) {
        return people.view(people.create(body, viewer));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('people:edit')")
    PersonView edit(@PathVariable UUID id, @Valid @RequestBody EditPerson body, Viewer viewer) {
        people.edit(id, body, viewer);
        return people.view(id);
    }
}

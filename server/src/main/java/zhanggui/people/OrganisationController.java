package zhanggui.people;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.people.Occupations.Occupy;
import zhanggui.people.Seats.ChangeSeat;
import zhanggui.people.Seats.NewSeat;
import zhanggui.people.Units.ChangeUnit;
import zhanggui.people.Units.NewUnit;

/** The organisation of any day, and its dated changes. */
@RestController
@RequestMapping("/api/organisation")
@PreAuthorize("hasAuthority('people:edit')")
class OrganisationController {
    private final Organisations organisations;
    private final Units units;
    private final Seats seats;
    private final Occupations occupations;

    OrganisationController(Organisations organisations, Units units, Seats seats, Occupations occupations) {
        this.organisations = organisations;
        this.units = units;
        this.seats = seats;
        this.occupations = occupations;
    }

    @Schema(name = "AddedToOrganisation")
    record Added(UUID id) {}

    /** @param from the first day on which it is no longer so; today where none is named */
    record EndsOn(@Nullable LocalDate from) {}

    record DottedLineTo(@NotNull UUID reportsTo, @Nullable LocalDate from) {}

    @GetMapping
    @PreAuthorize("hasAuthority('people:read')")
    OrganisationView on(@RequestParam(required = false) @Nullable LocalDate on) {
        return organisations.view(on);
    }

    @PostMapping("/units")
    @ResponseStatus(HttpStatus.CREATED)
    Added addUnit(@Valid @RequestBody NewUnit body, Viewer viewer) {
        return new Added(units.add(body, viewer));
    }

    @PutMapping("/units/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeUnit(@PathVariable UUID id, @Valid @RequestBody ChangeUnit body, Viewer viewer) {
        units.change(id, body, viewer);
    }

    @PostMapping("/units/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeUnit(@PathVariable UUID id, @Valid @RequestBody EndsOn body, Viewer viewer) {
        units.close(id, body.from(), viewer);
    }

    @PostMapping("/seats")
    @ResponseStatus(HttpStatus.CREATED)
    Added addSeat(@Valid @RequestBody NewSeat body, Viewer viewer) {
        return new Added(seats.add(body, viewer));
    }

    @PutMapping("/seats/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeSeat(@PathVariable UUID id, @Valid @RequestBody ChangeSeat body, Viewer viewer) {
        seats.change(id, body, viewer);
    }

    @PostMapping("/seats/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeSeat(@PathVariable UUID id, @Valid @RequestBody EndsOn body, Viewer viewer) {
        seats.close(id, body.from(), viewer);
    }

    @PostMapping("/seats/{id}/occupy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void occupy(@PathVariable UUID id, @Valid @RequestBody Occupy body, Viewer viewer) {
        occupations.occupy(id, body, viewer);
    }

    @PostMapping("/seats/{id}/vacate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vacate(@PathVariable UUID id, @Valid @RequestBody EndsOn body, Viewer viewer) {
        occupations.vacate(id, body.from(), viewer);
    }

    @PostMapping("/seats/{id}/dotted-lines")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draw(@PathVariable UUID id, @Valid @RequestBody DottedLineTo body, Viewer viewer) {
        seats.draw(id, body.reportsTo(), body.from(), viewer);
    }

    @PostMapping("/seats/{id}/dotted-lines/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable UUID id, @Valid @RequestBody DottedLineTo body, Viewer viewer) {
        seats.erase(id, body.reportsTo(), body.from(), viewer);
    }
}

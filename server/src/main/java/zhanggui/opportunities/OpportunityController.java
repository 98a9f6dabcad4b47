package zhanggui.opportunities;

import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.customers.Customers;
import zhanggui.opportunities.OpportunityCommands.AssignOpportunities;
import zhanggui.opportunities.OpportunityCommands.EditOpportunity;
import zhanggui.opportunities.OpportunityCommands.MoveOpportunity;
import zhanggui.opportunities.OpportunityCommands.NewOpportunity;
import zhanggui.opportunities.OpportunityCommands.SetCollaborators;
import zhanggui.opportunities.OpportunityCommands.SetContacts;

@RestController
@RequestMapping("/api/opportunities")
class OpportunityController {
    private final Opportunities opportunities;
    private final Moves moves;
    private final Teams teams;
    private final CustomerDeals deals;
    private final Customers customers;

    OpportunityController(
            Opportunities opportunities, Moves moves, Teams teams, CustomerDeals deals, Customers customers) {
        this.opportunities = opportunities;
        this.moves = moves;
        this.teams = teams;
        this.deals = deals;
        this.customers = customers;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('opportunities:read')")
    OpportunityPage get(@PathVariable UUID id, Viewer viewer) {
        return opportunities.get(id, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('opportunities:create')")
    OpportunityPage create(@Valid @RequestBody NewOpportunity body, Viewer viewer) {
        return opportunities.create(body, viewer);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('opportunities:edit')")
    OpportunityPage edit(@PathVariable UUID id, @Valid @RequestBody EditOpportunity body, Viewer viewer) {
        return opportunities.edit(id, body, viewer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('opportunities:delete')")
    void delete(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version, Viewer viewer) {
        opportunities.delete(id, version, viewer);
    }

    @PostMapping("/{id}/move")
    @PreAuthorize("hasAuthority('opportunities:edit')")
    OpportunityPage move(@PathVariable UUID id, @Valid @RequestBody MoveOpportunity body, Viewer viewer) {
        return moves.move(id, body, viewer);
    }

    /** @param version of the opportunity it rests on; not asked for when absent */
    record TakeRate(@Nullable Integer version) {}

    @PostMapping("/{id}/rate")
    @PreAuthorize("hasAuthority('opportunities:edit')")
    OpportunityPage takeRate(@PathVariable UUID id, @Valid @RequestBody TakeRate body, Viewer viewer) {
        return opportunities.takeRate(id, body.version(), viewer);
    }

    @PutMapping("/{id}/collaborators")
    @PreAuthorize("hasAuthority('opportunities:edit')")
    OpportunityPage collaborators(@PathVariable UUID id, @Valid @RequestBody SetCollaborators body, Viewer viewer) {
        return teams.collaborators(id, body, viewer);
    }

    @PutMapping("/{id}/contacts")
    @PreAuthorize("hasAuthority('opportunities:edit')")
    OpportunityPage contacts(@PathVariable UUID id, @Valid @RequestBody SetContacts body, Viewer viewer) {
        return teams.contacts(id, body, viewer);
    }

    @PostMapping("/assign")
    @PreAuthorize("hasAuthority('opportunities:assign')")
    Teams.Assigned assign(@Valid @RequestBody AssignOpportunities body, Viewer viewer) {
        return teams.assign(body, viewer);
    }

    @GetMapping("/of-customer/{customer}/summary")
    @PreAuthorize("hasAuthority('opportunities:read')")
    CustomerDeals.Summary ofCustomer(@PathVariable UUID customer, Viewer viewer) {
        customers.requireReadable(viewer, customer);
        return deals.of(customer, viewer);
    }
}

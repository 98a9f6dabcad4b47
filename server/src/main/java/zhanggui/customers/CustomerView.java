package zhanggui.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import zhanggui.access.RecordOf;
import zhanggui.listings.Page.Reference;

/**
 * A customer as its page shows it.
 *
 * @param can what this viewer may do with it
 * @param children how many companies within the viewer's reach belong to it
 */
@RecordOf("customers")
record CustomerView(
        @JsonUnwrapped CustomerState customer,
        Can can,
        List<Collaborator> collaborators,
        List<ContactState> contacts,
        int children) {

    /** @param share choose its collaborators */
    @Schema(name = "CustomerRights")
    record Can(boolean edit, boolean delete, boolean assign, boolean share) {}

    @Schema(name = "CustomerCollaborator")
    record Collaborator(Reference person, boolean mayWrite) {}
}

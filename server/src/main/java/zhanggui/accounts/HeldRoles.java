package zhanggui.accounts;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.texts.Language;

/** Roles as other modules may know them: what they are called and who has which, not what they allow. */
@Service
@Transactional(readOnly = true)
public class HeldRoles {
    private final RoleStore roles;

    HeldRoles(RoleStore roles) {
        this.roles = roles;
    }

    public record Named(UUID id, String name) {}

    /** All there are, those made first in front. */
    public List<Named> all(Language language) {
        return roles.all().stream()
                .map(role -> new Named(role.id(), role.in(language)))
                .toList();
    }

    public boolean exists(UUID role) {
        return roles.byId(role).isPresent();
    }

    /** Those of a person, in the same order. */
    public List<UUID> of(UUID person) {
        return roles.of(person);
    }
}

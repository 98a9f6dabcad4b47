package zhanggui.audit;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import zhanggui.listings.ListExported;

/** An export is written down before the file is complete. */
@Component
class ExportsLogged {
    private final Audit audit;

    ExportsLogged(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(ListExported e) {
        audit.did(
                e.viewer(),
                "exported",
                new Subject(e.list(), null, e.list()),
                Map.of("format", e.format(), "rows", e.rows()));
    }
}

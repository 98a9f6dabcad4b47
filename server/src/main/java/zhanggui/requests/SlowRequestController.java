package zhanggui.requests;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this server was slow at, for whoever looks after the installation. */
@RestController
@RequestMapping("/api/installation/requests")
@PreAuthorize("hasAuthority('backups:manage')")
class SlowRequestController {
    private final Timings timings;

    SlowRequestController(Timings timings) {
        this.timings = timings;
    }

    @GetMapping
    Timings.Slow slowest() {
        return timings.slowest();
    }
}

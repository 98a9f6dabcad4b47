package zhanggui.rates;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
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
import zhanggui.rates.Rates.SaveRate;

@RestController
@RequestMapping("/api/rates")
class RateController {
    private final Rates rates;
    private final Clock clock;

    RateController(Rates rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /** @param rate absent where none was told for that day or before */
    record RateOfDay(
            String currency,
            LocalDate day,
            @Nullable BigDecimal rate,
            @Nullable LocalDate from) {}

    /** Whoever enters amounts sees what they come to. */
    @GetMapping("/of-day")
    @PreAuthorize("isAuthenticated()")
    RateOfDay ofDay(@RequestParam String currency, @RequestParam @Nullable LocalDate day, Viewer viewer) {
        var on = day != null ? day : viewer.calendar().day(clock.instant());
        var rate = rates.on(currency, on).orElse(null);
        return new RateOfDay(currency, on, rate == null ? null : rate.rate(), rate == null ? null : rate.from());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('rates:read')")
    RateView get(@PathVariable UUID id) {
        return rates.view(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('rates:edit')")
    RateView create(@Valid @RequestBody SaveRate body, Viewer viewer) {
        return rates.view(rates.create(body, viewer));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('rates:edit')")
    RateView change(@PathVariable UUID id, @Valid @RequestBody SaveRate body, Viewer viewer) {
        rates.change(id, body, viewer);
        return rates.view(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('rates:edit')")
    void delete(@PathVariable UUID id, Viewer viewer) {
        rates.delete(id, viewer);
    }
}

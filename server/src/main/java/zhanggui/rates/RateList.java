package zhanggui.rates;

import static zhanggui.rates.db.Tables.RATE;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Scope;
import zhanggui.listings.Column;
import zhanggui.listings.Listing;
import zhanggui.people.Directory;

/** Rates as a list. */
@Configuration(proxyBeanMethods = false)
class RateList {
    private static final Directory.People TELLER = Directory.as("teller");

    @Bean
    Permissions ratePermissions() {
        return Permissions.of(
                Permission.plain("rates", "read"),
                Permission.plain("rates", "edit"),
                Permission.plain("rates", "export"));
    }

    @Bean
    Listing rateListing() {
        return Listing.of(
                        "rates",
                        "rates",
                        RATE.leftJoin(TELLER.table()).on(TELLER.id().eq(RATE.CREATED_BY)),
                        RATE.ID,
                        Scope.unlimited(),
                        "-from",
                        List.of(
                                Column.choice("currency", RATE.CURRENCY, Currencies.options())
                                        .inSearch(),
                                Column.date("from", RATE.VALID_FROM),
                                Column.number("rate", RATE.RATE_),
                                Column.person("createdBy", RATE.CREATED_BY, TELLER.name())
                                        .unsorted(),
                                Column.instant("createdAt", RATE.CREATED_AT).onDemand(),
                                Column.instant("updatedAt", RATE.UPDATED_AT).onDemand()))
                .withActions("edit", "export");
    }
}

package zhanggui.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.audit.SubjectType;

/** The histories of units and seats, for whoever may look at the organisation. */
@Configuration(proxyBeanMethods = false)
class OrganisationHistory {
    private static final String READ = "people:read";

    @Bean
    SubjectType unitHistory(UnitStore units) {
        return SubjectType.open(Units.TYPE, READ, id -> units.version(id).isPresent());
    }

    @Bean
    SubjectType seatHistory(SeatStore seats) {
        return SubjectType.open(Seats.TYPE, READ, id -> seats.version(id).isPresent());
    }
}

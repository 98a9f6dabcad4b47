package zhanggui.opportunities;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.audit.Audit;
import zhanggui.people.Handing;
import zhanggui.people.Holding;

/** What people have in hand of deals. */
@Configuration(proxyBeanMethods = false)
class Holdings {
    @Bean
    Holding openDeals(
            DSLContext db, OpportunityStore store, Pipelines pipelines, Wording wording, Handing handing, Audit audit) {
        return new DealHolding(false, db, store, pipelines, wording, handing, audit);
    }

    @Bean
    Holding closedDeals(
            DSLContext db, OpportunityStore store, Pipelines pipelines, Wording wording, Handing handing, Audit audit) {
        return new DealHolding(true, db, store, pipelines, wording, handing, audit);
    }

    @Bean
    Holding dealTeams(DSLContext db, OpportunityStore store, OpportunityRecords records, Handing handing, Audit audit) {
        return new DealTeamHolding(db, store, records, handing, audit);
    }
}

package zhanggui.people;

import static zhanggui.people.db.Tables.PERSON;
import static zhanggui.people.db.Tables.WORKPLACE;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Scope;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Listing;
import zhanggui.listings.Operator;

/** People as a list. Everyone who may look people up sees everyone: names of colleagues are no secret. */
@Configuration(proxyBeanMethods = false)
class PeopleList {
    private static final Filter PRESENT = new Filter.Any(
            List.of(Filter.where("leftOn", Operator.EMPTY), Filter.where("leftOn", Operator.WITHIN, "FUTURE")));

    @Bean
    Permissions peoplePermissions() {
        return Permissions.of(
                Permission.plain("people", "read"),
                Permission.plain("people", "edit"),
                Permission.plain("people", "export"));
    }

    @Bean
    Listing peopleListing() {
        return Listing.of(
                        "people",
                        "people",
                        PERSON.leftJoin(WORKPLACE).on(WORKPLACE.PERSON_ID.eq(PERSON.ID)),
                        PERSON.ID,
                        Scope.unlimited(),
                        "name",
                        List.of(
                                Column.text("name", PERSON.NAME).inSearch(),
                                Column.text("nameEn", PERSON.NAME_EN).inSearch().onDemand(),
                                Column.text("employeeNumber", PERSON.EMPLOYEE_NUMBER)
                                        .inSearch(),
                                Column.unitOf("unit", PERSON.ID, WORKPLACE.UNIT_ID, WORKPLACE.UNIT_NAME),
                                Column.text("title", WORKPLACE.TITLE),
                                Column.email("email", PERSON.EMAIL),
                                Column.phone("mobile", PERSON.MOBILE),
                                Column.date("hiredOn", PERSON.HIRED_ON).onDemand(),
                                Column.date("leftOn", PERSON.LEFT_ON).onDemand()))
                .withViews(new Listing.View("present", PRESENT), new Listing.View("all", Filter.EVERYTHING))
                .foundBySound(PERSON.SOUND, "name", "employeeNumber", "unit")
                .withActions("edit", "export");
    }
}

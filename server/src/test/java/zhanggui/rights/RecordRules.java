package zhanggui.rights;

import static zhanggui.rights.Rule.Kind.BINNED;
import static zhanggui.rights.Rule.Kind.CATEGORY;
import static zhanggui.rights.Rule.Kind.CONTACT;
import static zhanggui.rights.Rule.Kind.CUSTOMER;
import static zhanggui.rights.Rule.Kind.DEAL;
import static zhanggui.rights.Rule.Kind.EMPTY_UNIT;
import static zhanggui.rights.Rule.Kind.FOLLOW_UP;
import static zhanggui.rights.Rule.Kind.HANDOVER;
import static zhanggui.rights.Rule.Kind.ORGANISATION_DRAFT;
import static zhanggui.rights.Rule.Kind.PERSON;
import static zhanggui.rights.Rule.Kind.PIPELINE;
import static zhanggui.rights.Rule.Kind.PRODUCT;
import static zhanggui.rights.Rule.Kind.RATE;
import static zhanggui.rights.Rule.Kind.SEAT;
import static zhanggui.rights.Rule.Kind.TODO;
import static zhanggui.rights.Rule.Kind.UNIT;
import static zhanggui.rights.Rule.Kind.UPLOAD;
import static zhanggui.rights.Rule.Kind.VACANT_SEAT;
import static zhanggui.rights.Rule.Kind.WORK;
import static zhanggui.rights.Rule.may;
import static zhanggui.rights.Rule.signedIn;

import java.util.ArrayList;
import java.util.List;

/** The routes of the organisation, of what is sold, and of what is done with customers; see {@link RouteRules}. */
final class RecordRules {
    private static final String READ_CUSTOMERS = "customers:read";
    private static final String EDIT_CUSTOMERS = "customers:edit";
    private static final String READ_DEALS = "opportunities:read";
    private static final String EDIT_DEALS = "opportunities:edit";
    private static final String READ_ACTIVITIES = "activities:read";
    private static final String EDIT_ACTIVITIES = "activities:edit";
    private static final String IMPORT = "imports:run";
    private static final String REPORT = "reports:read&opportunities:read";
    private static final String FROM_TODAY = "{'from':null}";

    private RecordRules() {}

    static List<Rule> all() {
        var all = new ArrayList<Rule>();
        all.addAll(organisation());
        all.addAll(reorganisations());
        all.addAll(offer());
        all.addAll(customers());
        all.addAll(deals());
        all.addAll(activities());
        all.addAll(imports());
        all.addAll(handovers());
        all.addAll(privacy());
        all.addAll(rates());
        return all;
    }

    private static List<Rule> organisation() {
        var at = "/api/organisation/";
        return List.of(
                may("GET", "/api/people/{id}", "people:read").of(PERSON),
                may("POST", "/api/people", "people:edit").with("{'name':'新人$n'}"),
                may("PUT", "/api/people/{id}", "people:edit").of(PERSON).with("{'name':'改名$n','version':1}"),
                may("GET", "/api/organisation", "people:read"),
                may("POST", at + "units", "people:edit").with("{'parentId':'$unit','name':'组$n'}"),
                may("PUT", at + "units/{id}", "people:edit")
                        .of(UNIT)
                        .with("{'parentId':'$unit','name':'改组$n','version':1}"),
                may("POST", at + "units/{id}/close", "people:edit")
                        .of(EMPTY_UNIT)
                        .with(FROM_TODAY),
                may("POST", at + "seats", "people:edit").with("{'unitId':'$unit','title':'岗$n'}"),
                may("PUT", at + "seats/{id}", "people:edit")
                        .of(SEAT)
                        .with("{'unitId':'$unit','title':'改岗$n','head':false,'version':1}"),
                may("POST", at + "seats/{id}/close", "people:edit")
                        .of(VACANT_SEAT)
                        .with(FROM_TODAY),
                may("POST", at + "seats/{id}/occupy", "people:edit")
                        .of(VACANT_SEAT)
                        .with("{'personId':'$somebody','main':true,'move':false,'from':null}"),
                may("POST", at + "seats/{id}/vacate", "people:edit").of(SEAT).with(FROM_TODAY),
                may("POST", at + "seats/{id}/dotted-lines", "people:edit")
                        .of(SEAT)
                        .with("{'reportsTo':'$seat','from':null}"),
                may("POST", at + "seats/{id}/dotted-lines/end", "people:edit")
                        .of(SEAT)
                        .with("{'reportsTo':'$dotted','from':null}"));
    }

    private static List<Rule> reorganisations() {
        var all = "/api/reorganisations";
        var at = all + "/{id}";
        var may = "people:edit";
        return List.of(
                may("GET", all, may),
                may("POST", all, may).with("{'name':'调整$n','day':'$tomorrow'}"),
                may("GET", at, may).of(ORGANISATION_DRAFT),
                may("PUT", at, may).of(ORGANISATION_DRAFT).with("{'name':'改$n','day':'$tomorrow','version':1}"),
                may("POST", at + "/steps", may)
                        .of(ORGANISATION_DRAFT)
                        .with("{'kind':'ADD_UNIT','to':'$unit','name':'拟$n','version':1}"),
                may("POST", at + "/steps/remove", may).of(ORGANISATION_DRAFT).with("{'step':'$step','version':1}"),
                may("POST", at + "/steps/renew", may).of(ORGANISATION_DRAFT).with("{'step':'$step','version':1}"),
                may("GET", at + "/effects", may).of(ORGANISATION_DRAFT),
                may("POST", at + "/apply", may).of(ORGANISATION_DRAFT).with("{'version':1,'revision':$revision}"),
                may("POST", at + "/discard", may).of(ORGANISATION_DRAFT).with("{'version':1}"));
    }

    private static List<Rule> offer() {
        var stages = """
                'stages':[{'name':'一','nameEn':'One','outcome':'OPEN','probability':10,'category':'PIPELINE','required':[]},
                {'name':'赢','nameEn':'Won','outcome':'WON','probability':100,'category':'CLOSED','required':[]},
                {'name':'输','nameEn':'Lost','outcome':'LOST','probability':0,'category':'OMITTED','required':[]}]""";
        return List.of(
                may("GET", "/api/products/{id}", "products:read").of(PRODUCT),
                may("POST", "/api/products", "products:edit").with("{'name':'品$n','aliases':[],'prices':[]}"),
                may("PUT", "/api/products/{id}", "products:edit")
                        .of(PRODUCT)
                        .with("{'version':1,'name':'改品$n','status':'ACTIVE','aliases':[],'prices':[]}"),
                may("GET", "/api/categories", "products:read"),
                may("POST", "/api/categories", "products:edit").with("{'name':'类$n','position':1}"),
                may("PUT", "/api/categories/{id}", "products:edit")
                        .of(CATEGORY)
                        .with("{'version':1,'name':'改类$n','position':1}"),
                may("DELETE", "/api/categories/{id}", "products:edit").of(CATEGORY),
                signedIn("GET", "/api/pipelines"),
                may("POST", "/api/pipelines", "pipelines:edit").with("{'name':'流$n','nameEn':'P$n'," + stages + "}"),
                may("PUT", "/api/pipelines/{id}", "pipelines:edit")
                        .of(PIPELINE)
                        .with("{'version':1,'name':'改流$n','nameEn':'Q$n','position':9,'retired':true," + stages + "}"));
    }

    private static List<Rule> customers() {
        var at = "/api/customers/{id}";
        return List.of(
                may("POST", "/api/customers", "customers:create").with("{'name':'公司$n'}"),
                may("GET", at, READ_CUSTOMERS).of(CUSTOMER),
                may("PUT", at, EDIT_CUSTOMERS)
                        .of(CUSTOMER)
                        .acting(EDIT_CUSTOMERS)
                        .with("{'name':'改司$n','version':1}"),
                may("DELETE", at, "customers:delete").of(CUSTOMER).acting("customers:delete"),
                may("PUT", at + "/collaborators", EDIT_CUSTOMERS)
                        .of(CUSTOMER)
                        .acting("customers:share")
                        .with("{'version':1,'collaborators':[{'person':'$somebody','mayWrite':true}]}"),
                may("POST", "/api/customers/assign", "customers:assign")
                        .with("{'selection':{'ids':['$nothing'],'all':false},'owner':'$somebody'}"),
                may("POST", "/api/customers/duplicates", "customers:create", EDIT_CUSTOMERS)
                        .with("{'name':'公司$n'}"),
                may("GET", at + "/timeline", READ_CUSTOMERS + "&" + READ_ACTIVITIES)
                        .of(CUSTOMER),
                may("POST", "/api/customers/{customer}/contacts", EDIT_CUSTOMERS)
                        .of(CUSTOMER)
                        .acting(EDIT_CUSTOMERS)
                        .with("{'name':'联系人$n'}"),
                may("GET", "/api/contacts/{id}", READ_CUSTOMERS).of(CONTACT),
                may("GET", "/api/contacts/{id}/timeline", READ_CUSTOMERS + "&" + READ_ACTIVITIES)
                        .of(CONTACT),
                may("PUT", "/api/contacts/{id}", EDIT_CUSTOMERS)
                        .of(CONTACT)
                        .acting(EDIT_CUSTOMERS)
                        .with("{'name':'改联$n','version':1}"),
                may("GET", "/api/contacts/{id}/consents", READ_CUSTOMERS).of(CONTACT),
                may("PUT", "/api/contacts/{id}/consents/{channel}", EDIT_CUSTOMERS)
                        .of(CONTACT)
                        .at("/api/contacts/{id}/consents/POST")
                        .acting(EDIT_CUSTOMERS)
                        .with("{'state':'GIVEN','since':'2026-01-02','source':null,'version':0}"),
                may("DELETE", "/api/contacts/{id}", EDIT_CUSTOMERS).of(CONTACT).acting(EDIT_CUSTOMERS));
    }

    private static List<Rule> deals() {
        var at = "/api/opportunities/{id}";
        return List.of(
                may("POST", "/api/opportunities", "opportunities:create").with("{'name':'商机$n','lines':[]}"),
                may("GET", at, READ_DEALS).of(DEAL),
                may("PUT", at, EDIT_DEALS).of(DEAL).acting(EDIT_DEALS).with("{'version':1,'name':'改机$n','lines':[]}"),
                may("DELETE", at, "opportunities:delete").of(DEAL).acting("opportunities:delete"),
                may("POST", at + "/move", EDIT_DEALS)
                        .of(DEAL)
                        .acting(EDIT_DEALS)
                        .with("{'stage':'$stage','version':1}"),
                may("PUT", at + "/collaborators", EDIT_DEALS)
                        .of(DEAL)
                        .acting("opportunities:share")
                        .with("{'version':1,'collaborators':[{'person':'$somebody','mayWrite':true}]}"),
                may("POST", at + "/rate", EDIT_DEALS)
                        .of(DEAL)
                        .acting(EDIT_DEALS)
                        .with("{'version':1}"),
                may("PUT", at + "/contacts", EDIT_DEALS)
                        .of(DEAL)
                        .acting(EDIT_DEALS)
                        .with("{'version':1,'contacts':[]}"),
                may("POST", "/api/opportunities/assign", "opportunities:assign")
                        .with("{'ids':['$nothing'],'all':false,'owner':'$somebody'}"),
                may("GET", "/api/opportunities/of-customer/{customer}/summary", READ_DEALS)
                        .of(CUSTOMER),
                may("GET", at + "/timeline", READ_DEALS + "&" + READ_ACTIVITIES).of(DEAL),
                may("GET", "/api/reports/sales", REPORT),
                may("GET", "/api/reports/units", REPORT));
    }

    private static List<Rule> activities() {
        return List.of(
                may("POST", "/api/activities", "activities:create&customers:read")
                        .with("{'kind':'CALL','text':'谈$n','customer':'$mine'}"),
                may("GET", "/api/activities/{id}", READ_ACTIVITIES).of(FOLLOW_UP),
                may("PUT", "/api/activities/{id}", EDIT_ACTIVITIES)
                        .of(FOLLOW_UP)
                        .acting(EDIT_ACTIVITIES)
                        .with("{'kind':'CALL','happenedAt':'2026-01-01T00:00:00Z','text':'改$n','version':1}"),
                may("DELETE", "/api/activities/{id}", EDIT_ACTIVITIES)
                        .of(FOLLOW_UP)
                        .acting("activities:delete"),
                may("POST", "/api/tasks", "activities:create").with("{'title':'事$n','dueOn':'2027-01-01'}"),
                may("GET", "/api/tasks/{id}", READ_ACTIVITIES).of(TODO),
                may("PUT", "/api/tasks/{id}", EDIT_ACTIVITIES)
                        .of(TODO)
                        .acting(EDIT_ACTIVITIES)
                        .with("{'title':'改事$n','dueOn':'2027-01-01','priority':'LOW','done':true,'version':1}"),
                may("DELETE", "/api/tasks/{id}", EDIT_ACTIVITIES).of(TODO).acting(EDIT_ACTIVITIES));
    }

    private static List<Rule> rates() {
        var rate = "{'currency':'EUR','from':'$day','rate':7.5,'version':1}";
        return List.of(
                signedIn("GET", "/api/rates/of-day").at("/api/rates/of-day?currency=EUR"),
                may("POST", "/api/rates", "rates:edit").with(rate),
                may("GET", "/api/rates/{id}", "rates:read").of(RATE),
                may("PUT", "/api/rates/{id}", "rates:edit").of(RATE).with(rate),
                may("DELETE", "/api/rates/{id}", "rates:edit").of(RATE));
    }

    /** Who answers for personal data reaches as far as they reach customers. */
    private static List<Rule> privacy() {
        var at = "/api/contacts/{id}";
        return List.of(
                may("GET", at + "/personal-data", "privacy:export&customers:read")
                        .of(CONTACT),
                may("POST", at + "/erasure/preview", "privacy:erase&customers:read")
                        .of(CONTACT)
                        .acting(EDIT_CUSTOMERS)
                        .with("{}"),
                may("POST", at + "/erasure", "privacy:erase&customers:read")
                        .of(CONTACT)
                        .acting(EDIT_CUSTOMERS)
                        .with("{'words':[],'reason':'信$n','uploads':false}"),
                may("GET", "/api/erasures/{id}", "privacy:read").of(BINNED),
                may("POST", "/api/erasures/{id}/resume", "privacy:erase&privacy:read")
                        .of(BINNED),
                may("GET", "/api/retention", "privacy:read"),
                may("PUT", "/api/retention", "privacy:erase")
                        .with("{'months':null,'automatic':false,'version':$retention}"),
                may("POST", "/api/retention/erase-due", "privacy:erase"),
                may("GET", at + "/hold", "privacy:read&customers:read").of(CONTACT),
                may("PUT", at + "/hold", "privacy:erase&customers:read")
                        .of(CONTACT)
                        .acting(EDIT_CUSTOMERS)
                        .with("{'until':'2099-01-01','reason':'诉$n'}"),
                may("DELETE", at + "/hold", "privacy:erase&customers:read")
                        .of(CONTACT)
                        .acting(EDIT_CUSTOMERS));
    }

    private static List<Rule> handovers() {
        var at = "/api/handovers/{id}";
        var plan = "{'leaver':'$me','rules':[]}";
        return List.of(
                may("POST", "/api/handovers/preview", "handovers:run").with(plan),
                may("POST", "/api/handovers", "handovers:run")
                        .with("{'plan':" + plan + ",'reason':'走$n','block':false}"),
                may("GET", at, "handovers:read").of(HANDOVER),
                may("GET", at + "/items", "handovers:read").of(HANDOVER),
                may("POST", at + "/resume", "handovers:run&handovers:read")
                        .of(HANDOVER)
                        .acting("handovers:run"));
    }

    private static List<Rule> imports() {
        var at = "/api/imports/{id}";
        return List.of(
                may("GET", "/api/imports/kinds", IMPORT),
                may("GET", "/api/imports/kinds/{kind}/template", IMPORT + "&customers:create")
                        .at("/api/imports/kinds/customers/template?format=csv"),
                may("POST", "/api/imports", IMPORT + "&customers:create").with("a file"),
                may("GET", at, IMPORT).of(UPLOAD),
                may("PUT", at + "/spec", IMPORT).of(UPLOAD).acting("own").with("{'version':1}"),
                may("POST", at + "/check", IMPORT).of(UPLOAD).acting("own"),
                may("POST", at + "/run", IMPORT).of(UPLOAD).acting("own").with("{'withRefused':false}"),
                may("GET", at + "/rows", IMPORT).of(UPLOAD),
                may("GET", at + "/refused", IMPORT).of(UPLOAD).at(at + "/refused?format=csv"),
                may("DELETE", at, IMPORT).of(UPLOAD).acting("own"),
                signedIn("GET", "/api/jobs/{id}").of(WORK),
                signedIn("POST", "/api/jobs/{id}/cancel").of(WORK).acting("jobs:cancel"));
    }
}

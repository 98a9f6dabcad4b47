package zhanggui.rights;

import static zhanggui.rights.Rule.Kind.ACCOUNT;
import static zhanggui.rights.Rule.Kind.BACKUP;
import static zhanggui.rights.Rule.Kind.BINNED;
import static zhanggui.rights.Rule.Kind.CATEGORY;
import static zhanggui.rights.Rule.Kind.CONTACT;
import static zhanggui.rights.Rule.Kind.CUSTOMER;
import static zhanggui.rights.Rule.Kind.DEAL;
import static zhanggui.rights.Rule.Kind.ENTRY;
import static zhanggui.rights.Rule.Kind.FIELD;
import static zhanggui.rights.Rule.Kind.FOLLOW_UP;
import static zhanggui.rights.Rule.Kind.HANDOVER;
import static zhanggui.rights.Rule.Kind.MY_NOTICE;
import static zhanggui.rights.Rule.Kind.MY_TOKEN;
import static zhanggui.rights.Rule.Kind.MY_VIEW;
import static zhanggui.rights.Rule.Kind.PERSON;
import static zhanggui.rights.Rule.Kind.PIPELINE;
import static zhanggui.rights.Rule.Kind.PRODUCT;
import static zhanggui.rights.Rule.Kind.RATE;
import static zhanggui.rights.Rule.Kind.ROLE;
import static zhanggui.rights.Rule.Kind.SEAT;
import static zhanggui.rights.Rule.Kind.TODO;
import static zhanggui.rights.Rule.Kind.UNIT;
import static zhanggui.rights.Rule.Kind.UPLOAD;
import static zhanggui.rights.Rule.Kind.WEBHOOK;
import static zhanggui.rights.Rule.Kind.WEBHOOK_DELIVERY;
import static zhanggui.rights.Rule.Kind.WORK;
import static zhanggui.rights.Rule.forOwn;
import static zhanggui.rights.Rule.inPerson;
import static zhanggui.rights.Rule.may;
import static zhanggui.rights.Rule.open;
import static zhanggui.rights.Rule.signedIn;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import zhanggui.rights.Rule.Kind;

/**
 * Every route of the server, each with who may use it. A new route needs one line, here or in {@link RecordRules}:
 *
 * <ul>
 *   <li>{@code open}, {@code signedIn}, {@code inPerson} (no tokens) or {@code may(…, "module:action")},
 *   <li>{@code .of(KIND)} where {@code {id}} is a record, {@code .acting("module:action")} where seeing it is not enough,
 *   <li>{@code .with("{…}")} where it needs a body; {@code $unknown} in it is a secret the walk cannot know, so that
 *       coming as far as being told so is enough.
 * </ul>
 *
 * <p>The rest follows: {@link RouteWalkTest} asks for it as everybody, with everything.
 */
final class RouteRules {

    static final List<Rule> ALL = all();

    private RouteRules() {}

    private static List<Rule> all() {
        var all = new ArrayList<Rule>();
        all.addAll(server());
        all.addAll(own());
        all.addAll(accounts());
        all.addAll(installation());
        all.addAll(RecordRules.all());
        all.addAll(lists());
        all.addAll(views());
        all.addAll(HangingRules.all());
        all.addAll(notices());
        all.addAll(webhooks());
        all.addAll(many());
        return List.copyOf(all);
    }

    private static List<Rule> server() {
        return List.of(
                open("GET", "/api/session"),
                open("POST", "/api/session").with("{'username':'nobody$n','password':'not the secret'}"),
                open("POST", "/api/session/second-factor").with("{'code':'123456'}"),
                open("POST", "/api/session/second-factor/enrolment"),
                open("PUT", "/api/session/second-factor/enrolment").with("{'code':'123456'}"),
                open("GET", "/api/session/provider"),
                open("GET", "/api/session/provider/callback"),
                open("POST", "/api/session/persona").with("{'username':'nobody'}"),
                open("POST", "/api/setup/token").with("{'token':'x'}"),
                open("POST", "/api/setup").with("{'token':'x'}"),
                open("GET", "/api/system"),
                open("GET", "/api/system/health"),
                open("GET", "/api/system/health/**").at("/api/system/health/liveness"),
                open("GET", "/api/openapi.json"),
                open("GET", "/api/openapi.json.yaml"),
                open("ANY", "/error").at("/error"));
    }

    private static List<Rule> own() {
        return List.of(
                open("DELETE", "/api/session"),
                inPerson("PUT", "/api/me/language").with("{'language':'zh-CN'}"),
                inPerson("PUT", "/api/me/theme").with("{'theme':'DARK'}"),
                inPerson("PUT", "/api/me/password").with("{'current':'$password','next':'$password'}"),
                inPerson("GET", "/api/me/sessions"),
                inPerson("DELETE", "/api/me/sessions"),
                signedIn("GET", "/api/me/permissions"),
                inPerson("DELETE", "/api/me/sessions/others"),
                inPerson("DELETE", "/api/me/sessions/{id}").at("/api/me/sessions/0198c1b2-0000-7000-8000-000000000000"),
                inPerson("GET", "/api/me/second-factor"),
                inPerson("POST", "/api/me/second-factor").with("{'password':'$password'}"),
                inPerson("PUT", "/api/me/second-factor").with("{'code':'$unknown'}"),
                inPerson("POST", "/api/me/second-factor/recovery-codes").with("{'code':'$unknown'}"),
                inPerson("POST", "/api/me/second-factor/end").with("{'code':'$unknown'}"),
                signedIn("GET", "/api/me/tokens"),
                inPerson("POST", "/api/me/tokens")
                        .with("{'name':'t','scopes':['$permission'],'expiresOn':'$tomorrow'}"),
                inPerson("DELETE", "/api/me/tokens/{id}").of(MY_TOKEN));
    }

    private static List<Rule> accounts() {
        var role =
                "{'name':'角$n','nameEn':'R$n','allows':[{'permission':'people:read','reach':'ALL','units':null}],'version':$version}";
        var fields = "/api/custom-fields/customers";
        var field =
                "{'type':'TEXT','name':'字段$n','nameEn':'Field $n','shown':false,'totalled':false,'filterable':false,'searched':false,'retired':false,'version':$version}";
        return List.of(
                may("POST", "/api/accounts", "accounts:edit")
                        .with("{'person':'$somebody','username':'new$n','password':null,'language':'en','roles':[]}"),
                may("GET", "/api/accounts/{person}", "accounts:read").of(ACCOUNT),
                may("PUT", "/api/accounts/{person}", "accounts:edit")
                        .of(ACCOUNT)
                        .with("{'username':'again$n','roles':[],'language':null,'disabled':true,'version':1}"),
                may("PUT", "/api/accounts/{person}/password", "accounts:edit")
                        .of(ACCOUNT)
                        .with("{'password':'another long secret'}"),
                may("DELETE", "/api/accounts/{person}/sessions", "accounts:edit")
                        .of(ACCOUNT),
                may("DELETE", "/api/accounts/{person}/second-factor", "accounts:edit")
                        .of(ACCOUNT),
                may("GET", "/api/sign-in-rules", "accounts:read"),
                may("PUT", "/api/sign-in-rules", "accounts:edit").with("{'secondFactor':'OPTIONAL','version':$rules}"),
                may("GET", "/api/permissions", "accounts:read"),
                may("GET", "/api/permissions/fields", "accounts:read"),
                may("GET", "/api/rights/{person}/{list}/{id}", "accounts:read")
                        .of(CUSTOMER)
                        .at("/api/rights/0198c1b2-0000-7000-8000-000000000000/customers/{id}"),
                may("POST", "/api/records/{list}/{id}/reveal", "fields:reveal")
                        .of(CUSTOMER)
                        .at("/api/records/customers/{id}/reveal")
                        .with("{'field':'$unknown'}"),
                may("GET", "/api/roles", "accounts:read"),
                may("POST", "/api/roles", "accounts:edit").with(role.replace("$version", "null")),
                may("PUT", "/api/roles/{id}", "accounts:edit").of(ROLE).with(role.replace("$version", "1")),
                may("DELETE", "/api/roles/{id}", "accounts:edit").of(ROLE),
                signedIn("GET", "/api/company"),
                may("PUT", "/api/company", "company:edit").with("""
                        {'version':$company,'details':{'nameZh':'测试公司','nameEn':'Test Company','currency':'CNY',
                        'timeZone':'Asia/Shanghai','fiscalYearStartMonth':1,'language':'zh-CN'}}"""),
                signedIn("GET", "/api/calendar/{year}").at("/api/calendar/2026"),
                may("PUT", "/api/calendar/days/{day}", "calendar:edit")
                        .at("/api/calendar/days/2031-03-01")
                        .with("{'works':true,'nameZh':'班$n','nameEn':null,'version':$toldDay}"),
                may("POST", "/api/calendar/pasted", "calendar:edit").with("{'text':'2032-01-01 休 元旦$n'}"),
                signedIn("GET", "/api/periods/{year}").at("/api/periods/2026"),
                may("PUT", "/api/periods/months/{month}", "periods:close")
                        .at("/api/periods/months/2001-01")
                        .with("{'status':'$monthNext','version':$monthTold}"),
                may("POST", "/api/commissions/trials", "commissions:plan").with("""
                        {'plan':{'currency':'CNY','components':[{'code':'c','base':'AMOUNT','scope':'MONTH','kinds':[],
                        'credits':['DIRECT'],'condition':null,'payout':'RATE_OF_AMOUNT','mode':'STEP',
                        'tiers':[{'from':0,'to':null,'rate':0.01}],'weight':1,'multipliers':[],'retiring':false,
                        'gates':[],'paces':[],'dealCap':null,'cap':null,'floor':null,'spiffs':[],'returns':'NETS'}]},
                        'fiscalYear':2026,'people':[{'name':'a','from':'2026-01-01','to':'2026-02-01','quotas':{},
                        'incentive':0}],'hierarchy':[],'deals':[],'metrics':[],'explain':null}"""),
                signedIn("GET", "/api/custom-fields"),
                signedIn("GET", "/api/custom-fields/{type}").at(fields),
                may("POST", "/api/custom-fields/{type}", "customfields:edit")
                        .at(fields)
                        .with(field.replace("$version", "null")),
                may("PUT", "/api/custom-fields/{type}/{id}", "customfields:edit")
                        .of(FIELD)
                        .at("/api/custom-fields/contacts/{id}")
                        .with(field.replace("$version", "1")),
                may("DELETE", "/api/custom-fields/{type}/{id}", "customfields:edit")
                        .of(FIELD)
                        .at("/api/custom-fields/contacts/{id}"),
                may("PUT", "/api/custom-fields/{type}/order", "customfields:edit")
                        .at("/api/custom-fields/products/order")
                        .with("{'ids':[]}"),
                signedIn("GET", "/api/choices/{list}").at("/api/choices/sources"),
                may("POST", "/api/choices/{list}", "company:edit")
                        .at("/api/choices/sources")
                        .with("{'code':null,'name':'源$n','nameEn':'Source $n'}"));
    }

    private static List<Rule> installation() {
        var manage = "backups:manage";
        return List.of(
                may("GET", "/api/installation", manage),
                may("GET", "/api/installation/requests", manage),
                may("GET", "/api/backups", manage),
                may("POST", "/api/backups", manage),
                may("PUT", "/api/backups/schedule", manage)
                        .with("{'enabled':false,'at':'02:00','daily':7,'weekly':4,'version':$schedule}"),
                may("GET", "/api/backups/files/{name}", manage).of(BACKUP).at("/api/backups/files/{id}.tar"),
                may("DELETE", "/api/backups/files/{name}", manage).of(BACKUP).at("/api/backups/files/{id}.tar"));
    }

    /** Lists and histories are one route each, guarded by the module whose list it is. */
    private static List<Rule> lists() {
        var all = new ArrayList<Rule>();
        all.addAll(list("customers", "customers", "?by=level", CUSTOMER));
        all.addAll(list("contacts", "customers", "?by=role", CONTACT));
        all.addAll(list("opportunities", "opportunities", "?by=stage", DEAL));
        all.addAll(list("activities", "activities", "", FOLLOW_UP));
        all.addAll(list("tasks", "activities", "", TODO));
        all.addAll(list("imports", "imports", "", UPLOAD));
        list("jobs", "jobs", "", WORK).stream().map(RouteRules::orOwn).forEach(all::add);
        list("bin", "bin", "", null).stream().map(RouteRules::orOwn).forEach(all::add);
        list("outcomes", "jobs", "", null).stream().map(RouteRules::orOwn).forEach(all::add);
        all.addAll(list("duplicates", "customers", "", null));
        all.addAll(list("contactduplicates", "customers", "", null));
        all.addAll(list("handovers", "handovers", "", HANDOVER));
        all.addAll(list("products", "products", "", PRODUCT));
        all.addAll(list("rates", "rates", "", RATE));
        all.addAll(list("erasures", "privacy", "", null));
        all.addAll(list("due-contacts", "privacy", "", null));
        all.addAll(list("people", "people", "", PERSON));
        all.addAll(list("accounts", "accounts", "", ACCOUNT));
        all.addAll(list("audit", "audit", "", null));
        all.add(may("GET", "/api/audit/entries/{id}", "audit:read").of(ENTRY));
        all.add(may("GET", "/api/audit/fields/{type}", "audit:read").at("/api/audit/fields/customers"));
        all.add(may("GET", "/api/audit/seal", "audit:read"));
        all.add(may("POST", "/api/audit/seal/verifications", "audit:read").with("{'heads':null}"));
        all.add(history("units", UNIT).acting("people:read"));
        all.add(history("seats", SEAT).acting("people:read"));
        all.add(history("roles", ROLE).acting("accounts:read"));
        all.add(history("customfields", FIELD));
        all.add(history("categories", CATEGORY).acting("products:read"));
        all.add(history("pipelines", PIPELINE));
        all.add(history("views", MY_VIEW).acting("customers:read"));
        all.add(signedIn("GET", "/api/history/{type}").at("/api/history/company"));
        all.add(signedIn("PUT", "/api/presence/{list}/{id}")
                .at("/api/presence/customers/{id}")
                .of(CUSTOMER)
                .acting("customers:edit"));
        all.add(signedIn("GET", "/api/search").at("/api/search?q=test"));
        all.add(signedIn("GET", "/api/search/opened"));
        all.add(may("PUT", "/api/search/opened/{list}/{id}", "customers:read")
                .at("/api/search/opened/customers/{id}")
                .of(CUSTOMER));
        all.add(signedIn("DELETE", "/api/presence/{list}/{id}").at("/api/presence/customers/" + new UUID(0, 1)));
        return all;
    }

    /** One's own views are one's own; who may share says with what the lists of a role open. */
    private static List<Rule> views() {
        var template = "/api/lists/{list}";
        var at = "/api/lists/customers";
        var read = "customers:read";
        var view = "{'name':'视$n','filter':null,'sort':['-name'],'columns':[{'key':'name','width':200,'pin':'LEFT'}],"
                + "'layout':'TABLE','groupBy':null,'sharing':null,'version':1}";
        return List.of(
                may("POST", template + "/views", read).at(at + "/views").with(view),
                signedIn("PUT", "/api/views/{id}").of(MY_VIEW).acting(read).with(view),
                signedIn("DELETE", "/api/views/{id}").of(MY_VIEW).acting(read),
                may("GET", "/api/layouts/{list}", read).at("/api/layouts/customers"),
                may("GET", "/api/layouts/{list}/all", "customfields:edit").at("/api/layouts/customers/all"),
                may("PUT", "/api/layouts/{list}", "customfields:edit")
                        .at("/api/layouts/products")
                        .with("{'role':null,'sections':[{'title':'段$n','folded':false,'fields':['name']}],'hidden':[],"
                                + "'version':$layout}"),
                may("DELETE", "/api/layouts/{list}", "customfields:edit").at("/api/layouts/contacts"),
                may("PUT", template + "/tabs", read).at(at + "/tabs").with("{'tabs':[{'key':'all','hidden':false}]}"),
                may("PUT", template + "/columns", read)
                        .at(at + "/columns")
                        .with("{'columns':[{'key':'name','width':null,'pin':null}]}"),
                may("PUT", template + "/opening", read).at(at + "/opening").with("{'view':'all'}"),
                may("PUT", template + "/opening/{role}", "listings:share&customers:read")
                        .of(ROLE)
                        .at(at + "/opening/{id}")
                        .with("{'view':'all'}"));
    }

    /** What one was told is one's own; whether mail goes out concerns whoever looks after the installation. */
    private static List<Rule> notices() {
        return List.of(
                signedIn("GET", "/api/notices"),
                signedIn("GET", "/api/notices/bell"),
                signedIn("PUT", "/api/notices/read").with("{'upTo':'01980000-0000-7000-8000-000000000000'}"),
                signedIn("GET", "/api/notices/{id}").of(MY_NOTICE),
                signedIn("PUT", "/api/notices/{id}").of(MY_NOTICE).with("{'read':true}"),
                signedIn("GET", "/api/me/notices"),
                signedIn("PUT", "/api/me/notices")
                        .with("{'wanted':{},'quietFrom':null,'quietTo':null,'digestAt':null}"),
                may("GET", "/api/mail", "backups:manage"),
                may("POST", "/api/mail/test", "backups:manage"));
    }

    /** Records of any list: fields one by one, many at once, two made one, and the bin. */
    private static List<Rule> many() {
        var record = "/api/records/{list}/{id}";
        var at = "/api/records/customers/{id}";
        return List.of(
                may("PATCH", record, "customers:read&customers:edit")
                        .of(CUSTOMER)
                        .at(at)
                        .acting("customers:edit")
                        .with("{'values':{'city':'城$n'}}"),
                may("POST", "/api/lists/{list}/bulk", "customers:read&customers:edit")
                        .at("/api/lists/customers/bulk")
                        .with("{'action':'edit','selection':{'ids':['$nothing'],'all':false},"
                                + "'input':{'city':'$unknown'}}"),
                may("POST", record + "/merge", "customers:edit&customers:delete")
                        .of(CUSTOMER)
                        .at(at + "/merge")
                        .acting("customers:delete")
                        .with("{'gone':'$itself','note':'$unknown'}"),
                may("POST", "/api/duplicates/scans", "customers:delete"),
                may("PUT", "/api/duplicates/{id}/dismissed", "customers:read&customers:edit")
                        .of(BINNED)
                        .with("{'dismissed':true}"),
                may("PUT", "/api/contactduplicates/{id}/dismissed", "customers:read&customers:edit")
                        .of(BINNED)
                        .with("{'dismissed':true}"),
                signedIn("GET", record + "/merged-into")
                        .at("/api/records/customers/0198c1b2-0000-7000-8000-000000000000/merged-into"),
                signedIn("POST", "/api/bin/{id}/restore").of(BINNED),
                may("DELETE", "/api/bin/{id}", "bin:purge").of(BINNED));
    }

    private static List<Rule> webhooks() {
        var manage = "webhooks:manage";
        var endpoint = "{'name':'钩$n','url':'https://hooks.example.com/$n','types':['customers.created'],"
                + "'enabled':false,'version':1}";
        return List.of(
                may("GET", "/api/webhooks", manage),
                may("POST", "/api/webhooks", manage).with(endpoint),
                may("PUT", "/api/webhooks/{id}", manage).of(WEBHOOK).with(endpoint),
                may("DELETE", "/api/webhooks/{id}", manage).of(WEBHOOK),
                may("POST", "/api/webhooks/{id}/secret", manage).of(WEBHOOK),
                may("POST", "/api/webhooks/{id}/test", manage).of(WEBHOOK),
                may("GET", "/api/webhooks/{id}/deliveries", manage).of(WEBHOOK),
                may("POST", "/api/webhooks/{id}/replay", manage).of(WEBHOOK),
                may("POST", "/api/webhooks/deliveries/{id}/replay", manage).of(WEBHOOK_DELIVERY),
                history("webhooks", WEBHOOK).acting(manage));
    }

    /** Everybody has jobs of their own to look at, and a bin; only taking them away needs the permission in any case. */
    private static Rule orOwn(Rule rule) {
        var looking = List.of("/api/lists/{list}", "/api/lists/{list}/rows", "/api/lists/{list}/views")
                .contains(rule.template());
        var read = rule.permissions().getFirst();
        return looking ? forOwn("GET", rule.template(), read).at(rule.path()) : rule;
    }

    /** The history of what stands in no list: without the permission there is none. */
    private static Rule history(String type, Kind kind) {
        return signedIn("GET", "/api/history/{type}/{id}")
                .at("/api/history/" + type + "/{id}")
                .of(kind);
    }

    /** @param groups how the list is asked for its groups, where it has any */
    private static List<Rule> list(
            String list, String module, String groups, @org.jspecify.annotations.Nullable Kind kind) {
        var read = module + ":read";
        var template = "/api/lists/{list}";
        var at = "/api/lists/" + list;
        var all = new ArrayList<Rule>();
        all.add(may("GET", template, read).at(at));
        all.add(may("GET", template + "/rows", read).at(at + "/rows"));
        all.add(may("GET", template + "/views", read).at(at + "/views"));
        all.add(may("GET", template + "/export", read + "&" + module + ":export")
                .at(at + "/export?format=csv"));
        if (!groups.isEmpty()) all.add(may("GET", template + "/groups", read).at(at + "/groups" + groups));
        if (kind == null) return all;
        var history = may("GET", "/api/history/{type}/{id}", read).of(kind).at("/api/history/" + list + "/{id}");
        all.add(module.equals("activities") ? history : history.standingInList());
        return all;
    }
}

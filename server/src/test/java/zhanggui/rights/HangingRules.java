package zhanggui.rights;

import static zhanggui.rights.Rule.Kind.CONTACT;
import static zhanggui.rights.Rule.Kind.CUSTOMER;
import static zhanggui.rights.Rule.Kind.DEAL;
import static zhanggui.rights.Rule.Kind.FOLLOW_UP;
import static zhanggui.rights.Rule.Kind.PRODUCT;
import static zhanggui.rights.Rule.Kind.TODO;
import static zhanggui.rights.Rule.may;
import static zhanggui.rights.Rule.signedIn;

import java.util.ArrayList;
import java.util.List;
import zhanggui.rights.Rule.Kind;

/** What hangs on records of any list: files and comments, each guarded by the module whose list it is; see {@link RouteRules}. */
final class HangingRules {
    private HangingRules() {}

    static List<Rule> all() {
        var all = new ArrayList<Rule>();
        all.add(signedIn("GET", "/api/files/{list}")
                .at("/api/files/customers?ids=00000000-0000-0000-0000-000000000000"));
        all.addAll(files("customers", "customers", CUSTOMER));
        all.addAll(files("contacts", "customers", CONTACT));
        all.addAll(files("opportunities", "opportunities", DEAL));
        all.addAll(files("activities", "activities", FOLLOW_UP));
        all.addAll(files("tasks", "activities", TODO));
        // Who may change products may change all of them: without the permission there is nothing to look for.
        all.add(files("products", "products", PRODUCT).getFirst());
        all.addAll(comments("customers", "customers", CUSTOMER));
        all.addAll(comments("contacts", "customers", CONTACT));
        all.addAll(comments("opportunities", "opportunities", DEAL));
        all.addAll(comments("activities", "activities", FOLLOW_UP));
        all.addAll(comments("tasks", "activities", TODO));
        all.addAll(comments("products", "products", PRODUCT));
        // One that hangs there is somebody else's.
        var comment = "/api/comments/customers/{id}/{id}";
        all.add(may("PUT", "/api/comments/{list}/{id}/{comment}", "customers:read")
                .at(comment)
                .of(CUSTOMER)
                .acting("own")
                .with("{'text':'改$n','mentions':[],'version':1}"));
        all.add(may("DELETE", "/api/comments/{list}/{id}/{comment}", "customers:read")
                .at(comment)
                .of(CUSTOMER)
                .acting("own"));
        return all;
    }

    private static List<Rule> comments(String list, String module, Kind kind) {
        var template = "/api/comments/{list}/{id}";
        var at = "/api/comments/" + list + "/{id}";
        var read = module + ":read";
        return List.of(
                may("GET", template, read).at(at).of(kind),
                may("POST", template, read).at(at).of(kind).with("{'text':'评$n','mentions':[]}"),
                may("GET", template + "/people", read).at(at + "/people").of(kind),
                may("PUT", template + "/following", read)
                        .at(at + "/following")
                        .of(kind)
                        .with("{'following':true}"));
    }

    private static List<Rule> files(String list, String module, Kind kind) {
        var template = "/api/files/{list}/{id}";
        var at = "/api/files/" + list + "/{id}";
        var read = module + ":read";
        var edit = module + ":edit";
        return List.of(
                may("GET", template, read).at(at).of(kind),
                may("POST", template, read).at(at).of(kind).acting(edit).with("a file"),
                may("GET", template + "/{file}", read).at(at + "/{id}").of(kind),
                may("GET", template + "/{file}/picture", read)
                        .at(at + "/{id}/picture")
                        .of(kind),
                may("DELETE", template + "/{file}", read)
                        .at(at + "/{id}")
                        .of(kind)
                        .acting(edit));
    }
}

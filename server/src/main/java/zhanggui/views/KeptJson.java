package zhanggui.views;

import java.util.List;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.listings.Filter;
import zhanggui.listings.Operator;
import zhanggui.problems.Refused;

/** Filters, columns and tabs as they are kept in the database. */
final class KeptJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<List<ShownColumn>> COLUMNS = new TypeReference<>() {};
    private static final TypeReference<List<Tab>> TABS = new TypeReference<>() {};

    private KeptJson() {}

    static JSONB of(Object value) {
        return JSONB.valueOf(MAPPER.writeValueAsString(value));
    }

    /** What cannot be read any more is a condition that fits no list: it must not find everything. */
    static Filter filter(JSONB json) {
        try {
            return Filter.read(json.data());
        } catch (Refused e) {
            return Filter.where("filter", Operator.IS);
        }
    }

    static List<ShownColumn> columns(JSONB json) {
        return MAPPER.readValue(json.data(), COLUMNS);
    }

    static List<Tab> tabs(JSONB json) {
        return MAPPER.readValue(json.data(), TABS);
    }
}

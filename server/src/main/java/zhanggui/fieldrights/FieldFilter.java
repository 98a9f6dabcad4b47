package zhanggui.fieldrights;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import zhanggui.access.FieldLevel;
import zhanggui.access.Masks;
import zhanggui.access.RecordOf;
import zhanggui.access.Ruled;
import zhanggui.access.Viewer;
import zhanggui.listings.Listing;

/** Writes what the API shows of records for whoever is asking, and for nobody else. */
final class FieldFilter extends SimpleBeanPropertyFilter {
    private final transient Supplier<List<Listing>> declared;
    private final transient Map<String, Listing> lists = new ConcurrentHashMap<>();

    FieldFilter(Supplier<List<Listing>> declared) {
        this.declared = declared;
    }

    @Override
    public void serializeAsProperty(Object of, JsonGenerator json, SerializationContext context, PropertyWriter writer)
            throws Exception {
        var list = listOf(of);
        var viewer = viewer();
        if (!viewer.fields().limit(list.name())) {
            writer.serializeAsProperty(of, json, context);
            return;
        }
        var value = writer instanceof BeanPropertyWriter property ? property.get(of) : null;
        if (value instanceof Ruled ruled) {
            context.defaultSerializeProperty(writer.getName(), ruled.shown(field -> list.level(field, viewer)), json);
            return;
        }
        var level = list.level(writer.getName(), viewer);
        if (level.isAskable()) writer.serializeAsProperty(of, json, context);
        else if (level == FieldLevel.MASKED && value instanceof String text) {
            json.writeStringProperty(writer.getName(), Masks.of(text));
        }
    }

    private Listing listOf(Object shown) {
        if (lists.isEmpty()) declared.get().forEach(l -> lists.put(l.name(), l));
        return Objects.requireNonNull(
                lists.get(shown.getClass().getAnnotation(RecordOf.class).value()));
    }

    /** What is written while nobody asks would be written for everybody. */
    private static Viewer viewer() {
        var asking = SecurityContextHolder.getContext().getAuthentication();
        if (asking == null || !(asking.getPrincipal() instanceof Viewer viewer)) {
            throw new IllegalStateException("a record is shown to nobody");
        }
        return viewer;
    }
}

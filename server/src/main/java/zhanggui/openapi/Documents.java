package zhanggui.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records that travel as JSON. A component is never null unless its type says so; an answer carries every field, a
 * question may leave those out that may be null.
 */
final class Documents {
    private static final String PREFIX = "#/components/schemas/";
    // The generator of descriptions is one per process, and so is what it has seen.
    private static final Map<String, Class<?>> RECORDS = new ConcurrentHashMap<>();
    private static final Set<String> NAMESAKES = new ConcurrentSkipListSet<>();

    /** Remembers which record stands behind a name. */
    ModelConverter names() {
        return (type, context, chain) -> {
            var raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (raw.isRecord()) remember(raw);
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        };
    }

    private void remember(Class<?> record) {
        var named = record.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        var name = named == null || named.name().isEmpty() ? record.getSimpleName() : named.name();
        var other = RECORDS.putIfAbsent(name, record);
        if (other != null && other != record) NAMESAKES.add(other.getName() + " and " + record.getName());
    }

    /** @throws IllegalStateException when two documents share a name, which would make one description of two things */
    void complete(OpenAPI api) {
        if (!NAMESAKES.isEmpty()) throw new IllegalStateException("documents with the same name: " + NAMESAKES);
        var schemas = api.getComponents().getSchemas();
        var asked = new HashSet<String>();
        var answered = new HashSet<String>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    questions(operation).forEach(schema -> reach(schema, schemas, asked));
                    answers(operation).forEach(schema -> reach(schema, schemas, answered));
                });
        schemas.forEach((name, schema) -> {
            var record = RECORDS.get(name);
            if (record != null) complete(schema, record, answered.contains(name) && !asked.contains(name));
        });
    }

    private static void complete(Schema<?> schema, Class<?> record, boolean everything) {
        if (schema.getProperties() == null) return;
        var properties = new LinkedHashMap<String, Schema>(schema.getProperties());
        for (var component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                schema.setProperties(properties);
                complete(schema, component.getType(), everything);
                properties.putAll(schema.getProperties());
            }
            var property = properties.get(component.getName());
            if (property == null) continue;
            var nullable = mayBeNull(component);
            if (nullable) properties.put(component.getName(), orNull(property));
            var required = schema.getRequired();
            if ((everything || !nullable) && (required == null || !required.contains(component.getName()))) {
                schema.addRequiredItem(component.getName());
            }
        }
        schema.setProperties(properties);
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || Arrays.stream(
                                component.getAccessor().getAnnotatedReturnType().getAnnotations())
                        .anyMatch(a -> a.annotationType() == Nullable.class);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new Schema<>().oneOf(List.of(schema, new Schema<>().types(Set.of("null"))));
        }
        if (schema.getTypes() != null) {
            schema.addType("null");
            if (schema.getEnum() != null && !schema.getEnum().contains(null)) schema.addEnumItemObject(null);
        }
        return schema;
    }

    private static Stream<Schema<?>> questions(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.of()
                : schemas(operation.getRequestBody().getContent());
    }

    private static Stream<Schema<?>> answers(Operation operation) {
        return operation.getResponses().values().stream().flatMap(answer -> schemas(answer.getContent()));
    }

    private static Stream<Schema<?>> schemas(@Nullable Content content) {
        return content == null
                ? Stream.of()
                : content.values().stream()
                        .<Schema<?>>map(media -> media.getSchema())
                        .filter(s -> s != null);
    }

    /** Adds the names of all documents that {@code schema} is made of. */
    private static void reach(@Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> reached) {
        if (schema == null) return;
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(PREFIX.length());
            if (reached.add(name)) reach(schemas.get(name), schemas, reached);
            return;
        }
        reach(schema.getItems(), schemas, reached);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) reach(values, schemas, reached);
        if (schema.getProperties() != null) schema.getProperties().values().forEach(s -> reach(s, schemas, reached));
        Stream.of(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf())
                .filter(list -> list != null)
                .flatMap(List::stream)
                .forEach(s -> reach(s, schemas, reached));
    }
}

package zhanggui.opportunities;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.audit.Change;
import zhanggui.audit.Line;
import zhanggui.audit.SubjectType;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The history of pipelines: a line for each stage that came or went, and for all that changed of one that stayed. */
@Configuration(proxyBeanMethods = false)
class PipelineHistory {
    private static final String STAGES = "stages";
    private final Texts texts;
    private final JsonMapper mapper;

    PipelineHistory(Texts texts, JsonMapper mapper) {
        this.texts = texts;
        this.mapper = mapper;
    }

    /** Pipelines are read by everyone signed in, and so is what became of them. */
    @Bean
    SubjectType pipelineHistoryType(PipelineStore pipelines) {
        return SubjectType.of(Pipelines.TYPE, pipelines::exists, (id, viewer) -> pipelines.exists(id))
                .withWords(this::lines);
    }

    /** A stage as the log keeps it. */
    record Step(
            UUID id,
            String name,
            String nameEn,
            Outcome outcome,
            BigDecimal probability,
            ForecastCategory category,
            @Nullable Integer normalDays,
            List<Requirement> required,
            boolean retired) {
        static Step of(Stage s) {
            return new Step(
                    s.id(),
                    s.name(),
                    s.nameEn(),
                    s.outcome(),
                    new BigDecimal(s.probability().stripTrailingZeros().toPlainString()),
                    s.category(),
                    s.normalDays(),
                    s.required().stream().sorted().toList(),
                    s.retired());
        }

        String in(Language language) {
            return language == Language.EN ? nameEn : name;
        }
    }

    private List<Line> lines(Change change, Language language) {
        if (!change.field().equals(STAGES)) return List.of();
        var before = steps(change.before());
        var after = steps(change.after());
        var lines = new ArrayList<Line>();
        after.forEach((id, step) -> lines.addAll(lines(before.get(id), step, language)));
        before.forEach((id, step) -> {
            if (!after.containsKey(id)) lines.add(line(step, null, summary(step, language), null, language));
        });
        var was = order(before, after);
        var is = order(after, before);
        if (!was.equals(is)) {
            lines.add(new Line(
                    STAGES,
                    texts.get(language, "pipelines.order"),
                    names(was, after, language),
                    names(is, after, language)));
        }
        return lines;
    }

    /** Older entries hold stages as plain text and are shown as they are. */
    private Map<UUID, Step> steps(@Nullable Object logged) {
        var steps = new LinkedHashMap<UUID, Step>();
        if (logged instanceof List<?> all) {
            for (var one : all) {
                if (!(one instanceof Map)) return Map.of();
                var step = mapper.convertValue(one, Step.class);
                steps.put(step.id(), step);
            }
        }
        return steps;
    }

    /** The stages that were there before and after, in their order. */
    private static List<UUID> order(Map<UUID, Step> steps, Map<UUID, Step> others) {
        return steps.keySet().stream().filter(others::containsKey).toList();
    }

    private static String names(List<UUID> ids, Map<UUID, Step> steps, Language language) {
        return ids.stream()
                .map(id -> Objects.requireNonNull(steps.get(id)).in(language))
                .collect(Collectors.joining(" → "));
    }

    private List<Line> lines(@Nullable Step before, Step after, Language language) {
        if (before == null) return List.of(line(after, null, null, summary(after, language), language));
        var lines = new ArrayList<Line>();
        var was = properties(before, language);
        properties(after, language).forEach((property, value) -> {
            var old = was.getOrDefault(property, "");
            if (!old.equals(value)) lines.add(line(after, property, old, value, language));
        });
        return lines;
    }

    private Line line(
            Step step, @Nullable String property, @Nullable String before, @Nullable String after, Language language) {
        var stage = texts.get(language, "pipelines.stage", step.in(language));
        return property == null
                ? new Line(STAGES + "." + step.id(), stage, before, after)
                : new Line(
                        STAGES + "." + step.id() + "." + property,
                        stage + " · " + texts.get(language, "pipelines." + property),
                        before,
                        after);
    }

    private String summary(Step step, Language language) {
        var properties = properties(step, language);
        return List.of("outcome", "probability", "category", "normalDays", "required").stream()
                .filter(p -> !properties.getOrDefault(p, "").isEmpty())
                .map(p -> texts.get(language, "pipelines." + p) + " " + properties.get(p))
                .collect(Collectors.joining(texts.get(language, "pipelines.comma")));
    }

    private Map<String, String> properties(Step step, Language language) {
        var words = new LinkedHashMap<String, String>();
        words.put("name", step.name());
        words.put("nameEn", step.nameEn());
        words.put("outcome", texts.get(language, "opportunity.outcome." + step.outcome()));
        words.put("probability", step.probability().toPlainString() + "%");
        words.put("category", texts.get(language, "opportunity.category." + step.category()));
        words.put("normalDays", step.normalDays() == null ? "" : String.valueOf(step.normalDays()));
        words.put(
                "required",
                step.required().stream()
                        .map(r -> texts.get(language, "opportunities." + r.field()))
                        .collect(Collectors.joining(texts.get(language, "pipelines.comma"))));
        words.put("retired", texts.get(language, step.retired() ? "pipelines.isRetired" : "pipelines.isUsed"));
        return words;
    }
}

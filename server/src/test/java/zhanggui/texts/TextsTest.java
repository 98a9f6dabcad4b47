package zhanggui.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import zhanggui.TestApplication;
import zhanggui.access.Permissions;
import zhanggui.problems.Reason;

class TextsTest extends TestApplication {
    @Autowired
    Texts texts;

    @Autowired
    List<Permissions> permissions;

    @Test
    void everythingIsSaidInBothLanguages() {
        assertThat(texts.keys(Language.EN)).containsExactlyInAnyOrderElementsOf(texts.keys(Language.ZH));
    }

    @Test
    void textsWithPlacesToFillInHaveNoLoneApostrophe() {
        for (var language : Language.values()) {
            assertThat(texts.keys(language))
                    .filteredOn(key -> texts.get(language, key).contains("{0}"))
                    .allSatisfy(key -> assertThat(texts.get(language, key).replace("''", ""))
                            .as(key)
                            .doesNotContain("'"));
        }
    }

    @Test
    void everyReasonAndPermissionHasWords() throws ClassNotFoundException {
        var missing = new ArrayList<String>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Reason.class));
        for (BeanDefinition found : scanner.findCandidateComponents("zhanggui")) {
            for (var reason : Class.forName(found.getBeanClassName()).getEnumConstants()) {
                need("problem." + ((Reason) reason).code(), missing);
            }
        }
        for (var module : permissions) {
            for (var permission : module.all()) {
                need("permission." + permission.module(), missing);
                need("permission." + permission.module() + "." + permission.action(), missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    private void need(String key, List<String> missing) {
        if (texts.find(Language.ZH, key).isEmpty()) missing.add(key);
    }
}

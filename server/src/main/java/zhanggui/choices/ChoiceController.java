package zhanggui.choices;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.audit.SubjectType;
import zhanggui.listings.Options;

@RestController
@RequestMapping("/api/choices/{list}")
class ChoiceController {
    private final Choices choices;

    ChoiceController(Choices choices) {
        this.choices = choices;
    }

    /** All lists together: whoever is signed in reads the values, and so what became of them. */
    @Bean
    static SubjectType choiceHistory(List<ChoiceList> lists) {
        Options names = (language, texts) -> lists.stream()
                .map(ChoiceList::name)
                .map(list -> new Options.Option(list, texts.get(language, "choices." + list), null))
                .toList();
        return SubjectType.single(Choices.TYPE).withOptions(Map.of("list", names));
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    List<Choice> of(@PathVariable String list) {
        return choices.of(list);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('company:edit')")
    Choice add(@PathVariable String list, @Valid @RequestBody Choices.NewChoice body, Viewer viewer) {
        return choices.add(list, body, viewer);
    }
}

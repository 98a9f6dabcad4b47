package zhanggui.choices;

import jakarta.validation.Valid;
import java.util.List;
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

@RestController
@RequestMapping("/api/choices/{list}")
class ChoiceController {
    private final Choices choices;

    ChoiceController(Choices choices) {
        this.choices = choices;
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

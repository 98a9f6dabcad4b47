package zhanggui.comments;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.comments.Mentionable.MentionablePerson;

/** The comments on one record, for those who may read it. */
@RestController
@RequestMapping("/api/comments/{list}/{id}")
@PreAuthorize("isAuthenticated()")
class CommentController {
    private final Comments comments;

    CommentController(Comments comments) {
        this.comments = comments;
    }

    record Follow(boolean following) {}

    @GetMapping
    RecordComments of(@PathVariable String list, @PathVariable UUID id, Viewer viewer) {
        return comments.of(list, id, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Comment add(@PathVariable String list, @PathVariable UUID id, @Valid @RequestBody SaveComment body, Viewer viewer) {
        return comments.add(list, id, body, viewer);
    }

    /** @param q part of a name, or how an e-mail address begins */
    @GetMapping("/people")
    List<MentionablePerson> people(
            @PathVariable String list,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            Viewer viewer) {
        return comments.mentionable(list, id, q, viewer);
    }

    @PutMapping("/following")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void follow(@PathVariable String list, @PathVariable UUID id, @RequestBody Follow body, Viewer viewer) {
        comments.follow(list, id, body.following(), viewer);
    }

    @PutMapping("/{comment}")
    Comment change(
            @PathVariable String list,
            @PathVariable UUID id,
            @PathVariable UUID comment,
            @Valid @RequestBody SaveComment body,
            Viewer viewer) {
        return comments.change(list, id, comment, body, viewer);
    }

    @DeleteMapping("/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String list, @PathVariable UUID id, @PathVariable UUID comment, Viewer viewer) {
        comments.remove(list, id, comment, viewer);
    }
}

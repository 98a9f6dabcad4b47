package zhanggui.notices;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** What one wants to be told, how and when. */
@RestController
@RequestMapping("/api/me/notices")
@PreAuthorize("isAuthenticated()")
class PreferenceController {
    private final Preferences preferences;
    private final List<Channel> channels;
    private final Mail mail;
    private final CompanySettings companies;
    private final Texts texts;

    PreferenceController(
            Preferences preferences, List<Channel> channels, Mail mail, CompanySettings companies, Texts texts) {
        this.preferences = preferences;
        this.channels = channels;
        this.mail = mail;
        this.companies = companies;
        this.texts = texts;
    }

    /**
     * @param channels those there are besides the application, which is always the first
     * @param address where mail goes; absent where the person has no address
     * @param silent whether nothing is sent from here, because it is a copy for trying things
     */
    record NoticePreferences(
            List<ChannelShown> channels,
            List<KindShown> kinds,
            Habit habit,
            @Nullable String address,
            String timeZone,
            boolean silent) {}

    /** @param ready whether it is set up */
    record ChannelShown(String name, String label, boolean ready) {}

    /** @param wanted by channel */
    record KindShown(String name, String label, Map<String, Boolean> wanted) {}

    /** @param wanted by kind and channel; what is left out is as the kind says */
    record SetNoticePreferences(
            @NotNull @Size(max = 100) Map<String, @NotNull Map<String, @NotNull Boolean>> wanted,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietTo,
            @Nullable LocalTime digestAt) {}

    @GetMapping
    NoticePreferences get(Viewer viewer) {
        var wishes = preferences.of(Set.of(viewer.id()));
        var language = viewer.language();
        var shown = names().map(
                        name -> new ChannelShown(name, texts.get(language, "notice.channel." + name), isReady(name)))
                .toList();
        var kinds = preferences.kinds().stream()
                .map(kind -> {
                    var wanted = new HashMap<String, Boolean>();
                    names().forEach(name -> wanted.put(name, wishes.wants(viewer.id(), kind.name(), name)));
                    return new KindShown(kind.name(), texts.get(language, "notice.kind." + kind.name()), wanted);
                })
                .toList();
        return new NoticePreferences(
                shown,
                kinds,
                preferences.habit(viewer.id()),
                mail.addressOf(viewer.id()).orElse(null),
                viewer.calendar().zone().getId(),
                companies.find().map(Company::trialCopy).orElse(false));
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@Valid @RequestBody SetNoticePreferences body, Viewer viewer) {
        var kinds = preferences.kinds().stream().map(NoticeKind::name).toList();
        var names = names().toList();
        body.wanted().forEach((kind, byChannel) -> {
            if (!kinds.contains(kind)) throw Refused.invalid("wanted", "unknown", kind);
            for (var name : byChannel.keySet()) {
                if (!names.contains(name)) throw Refused.invalid("wanted", "unknown", name);
            }
        });
        if ((body.quietFrom() == null) != (body.quietTo() == null)) {
            throw Refused.invalid(body.quietFrom() == null ? "quietFrom" : "quietTo", "required");
        }
        preferences.set(viewer.id(), body.wanted(), new Habit(body.quietFrom(), body.quietTo(), body.digestAt()));
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(Preferences.IN_APP), channels.stream().map(Channel::name));
    }

    private boolean isReady(String name) {
        return channels.stream().filter(c -> c.name().equals(name)).allMatch(Channel::isReady);
    }
}

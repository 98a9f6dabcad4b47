package zhanggui.comments;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import zhanggui.notices.News;
import zhanggui.notices.Notices;

/**
 * Whoever a comment speaks to is told, and whoever follows a record of what is said there and of where it goes; those who
 * may not read it are not.
 */
@Component
class CommentNotices implements zhanggui.notices.Followers {
    private static final int LONGEST = 120;
    private final Notices notices;
    private final FollowerStore followers;

    CommentNotices(Notices notices, FollowerStore followers) {
        this.notices = notices;
        this.followers = followers;
    }

    @EventListener
    void on(Mentioned event) {
        var record = event.record();
        var news = News.of("mentioned", record.list(), record.id(), beginning(event.text()));
        notices.tell(news, event.people(), event.by());
    }

    @EventListener
    void on(Commented event) {
        var record = event.record();
        var news = News.of("commented", record.list(), record.id(), beginning(event.text()));
        notices.tell(news, event.followers(), event.by());
    }

    @Override
    public String list() {
        return ANY;
    }

    @Override
    public Map<UUID, Set<UUID>> of(Collection<UUID> records) {
        return followers.of(records);
    }

    private static String beginning(String text) {
        var line = text.replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}

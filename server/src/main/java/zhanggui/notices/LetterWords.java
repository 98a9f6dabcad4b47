package zhanggui.notices;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import zhanggui.notices.Channel.Letter;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Writes letters: a subject, plain text, and the same as HTML in which nothing anybody entered is markup. */
@Component
class LetterWords {
    private static final int LONGEST_SUBJECT = 120;
    private final Texts texts;
    private final String address;

    /** @param address where people reach this server; without it letters have no links */
    LetterWords(Texts texts, @Value("${zhanggui.url}") String address) {
        this.texts = texts;
        this.address = address.replaceAll("/+$", "");
    }

    record Written(String subject, String plain, String html) {}

    Written of(Letter letter) {
        var language = letter.to().language();
        var notices = letter.notices();
        var subject = letter.digest()
                ? texts.get(language, "notice.digest", notices.size())
                : notices.getFirst().text();
        var plain = new StringBuilder();
        var html = new StringBuilder();
        for (var one : notices) {
            plain.append(one.text()).append('\n');
            html.append("<p>").append(escaped(one.text()));
            if (!address.isEmpty()) {
                var link = address + "/notices?open=" + one.id();
                plain.append(link).append('\n');
                html.append("<br>").append(link(link, texts.get(language, "notice.open")));
            }
            plain.append('\n');
            html.append("</p>");
        }
        return written(subject, plain, html, language);
    }

    /** What an administrator sends to see whether mail arrives. */
    Written test(Language language) {
        var text = texts.get(language, "notice.test-mail.text");
        return written(
                texts.get(language, "notice.test-mail"),
                new StringBuilder(text).append("\n\n"),
                new StringBuilder("<p>").append(escaped(text)).append("</p>"),
                language);
    }

    private Written written(String subject, StringBuilder plain, StringBuilder html, Language language) {
        var foot = texts.get(language, "notice.foot");
        plain.append("-- \n").append(foot).append('\n');
        html.append("<p style=\"color:#5b6673\">").append(escaped(foot)).append("</p>");
        var page = "<!doctype html><html lang=\"" + language.tag() + "\"><body>" + html + "</body></html>";
        return new Written(line(subject), plain.toString(), page);
    }

    private static String link(String to, String words) {
        return "<a href=\"" + escaped(to) + "\">" + escaped(words) + "</a>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** One line, whatever a record is called. */
    private static String line(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}

package zhanggui.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import zhanggui.company.CompanySettings;
import zhanggui.people.Directory;
import zhanggui.texts.Language;

/** Notices by mail, in the reader's language. */
@Component
class Mail implements Channel {
    private final Smtp smtp;
    private final JavaMailSenderImpl connection;
    private final LetterWords words;
    private final CompanySettings companies;
    private final DSLContext db;

    Mail(Smtp smtp, LetterWords words, CompanySettings companies, DSLContext db) {
        this.smtp = smtp;
        this.connection = smtp.connection();
        this.words = words;
        this.companies = companies;
        this.db = db;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean isReady() {
        return smtp.isSet();
    }

    @Override
    public void deliver(Letter letter) throws Exception {
        var to = addressOf(letter.to().id()).orElseThrow(() -> new Undeliverable("the person has no e-mail address"));
        var written = words.of(letter);
        send(letter.id(), to, written, letter.to().language());
    }

    /** The address of a person who works here. */
    Optional<String> addressOf(UUID id) {
        var person = Directory.as("addressee");
        return db.select(person.email())
                .from(person.table())
                .where(person.id().eq(id), person.present())
                .fetchOptional(person.email())
                .filter(address -> !address.isBlank());
    }

    void send(UUID id, String to, LetterWords.Written written, Language language) throws Exception {
        try {
            var message = connection.createMimeMessage();
            var parts = new MimeMessageHelper(message, true, "UTF-8");
            parts.setFrom(smtp.sender(), sender(language));
            parts.setTo(to);
            parts.setSubject(written.subject());
            parts.setText(written.plain(), written.html());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", language.tag());
            // The same when it is sent again, so that a mailbox shows it once.
            message.setHeader("X-Zhanggui-Notice", id.toString());
            connection.send(message);
        } catch (MailSendException e) {
            if (isFinal(e)) throw new Undeliverable(reason(e));
            throw new MessagingException(reason(e), e);
        }
    }

    private String sender(Language language) throws UnsupportedEncodingException {
        return companies.find().map(c -> c.in(language)).orElse("Zhanggui");
    }

    /** The server knows the address and will not take it. */
    private static boolean isFinal(MailSendException e) {
        return Arrays.stream(e.getMessageExceptions())
                .anyMatch(cause -> cause instanceof SendFailedException failed
                        && failed.getInvalidAddresses() != null
                        && failed.getInvalidAddresses().length > 0
                        && String.valueOf(failed.getNextException()).matches("(?s).*\\b55[0-4]\\b.*"));
    }

    private static String reason(MailSendException e) {
        var causes = e.getMessageExceptions();
        var why = causes.length > 0 ? causes[0].getMessage() : e.getMessage();
        return String.valueOf(why).strip();
    }
}

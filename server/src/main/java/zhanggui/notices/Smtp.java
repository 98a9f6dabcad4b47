package zhanggui.notices;

import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The server through which mail is sent; without a host none is.
 *
 * @param security {@code starttls}, which the server has to offer, {@code tls} from the beginning, or {@code none}
 * @param from the address mail comes from
 */
@Component
record Smtp(
        @Value("${zhanggui.mail.host}") String host,
        @Value("${zhanggui.mail.port}") int port,
        @Value("${zhanggui.mail.user}") String user,
        @Value("${zhanggui.mail.password}") String password,
        @Value("${zhanggui.mail.security}") String security,
        @Value("${zhanggui.mail.from}") String from) {
    private static final String PATIENCE = String.valueOf(Duration.ofSeconds(15).toMillis());

    boolean isSet() {
        return !host.isBlank();
    }

    String sender() {
        return from.isBlank() ? user : from;
    }

    JavaMailSenderImpl connection() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setUsername(nonEmpty(user));
        sender.setPassword(nonEmpty(password));
        sender.setDefaultEncoding("UTF-8");
        var settings = new Properties();
        settings.put("mail.smtp.auth", String.valueOf(!user.isEmpty()));
        settings.put("mail.smtp.starttls.enable", String.valueOf(security.equals("starttls")));
        settings.put("mail.smtp.starttls.required", String.valueOf(security.equals("starttls")));
        settings.put("mail.smtp.ssl.enable", String.valueOf(security.equals("tls")));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.connectiontimeout", PATIENCE);
        settings.put("mail.smtp.timeout", PATIENCE);
        settings.put("mail.smtp.writetimeout", PATIENCE);
        sender.setJavaMailProperties(settings);
        return sender;
    }

    private static @Nullable String nonEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}

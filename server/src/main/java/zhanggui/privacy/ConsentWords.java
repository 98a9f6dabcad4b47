package zhanggui.privacy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.audit.FieldOptions;
import zhanggui.listings.Options;
import zhanggui.privacy.Consent.Channel;
import zhanggui.privacy.Consent.State;

/** How the history of a contact tells of its consents. */
@Configuration(proxyBeanMethods = false)
class ConsentWords {
    @Bean
    FieldOptions consentByPhone() {
        return to(Channel.PHONE);
    }

    @Bean
    FieldOptions consentByEmail() {
        return to(Channel.EMAIL);
    }

    @Bean
    FieldOptions consentByWechat() {
        return to(Channel.WECHAT);
    }

    @Bean
    FieldOptions consentBySms() {
        return to(Channel.SMS);
    }

    @Bean
    FieldOptions consentByPost() {
        return to(Channel.POST);
    }

    private static FieldOptions to(Channel channel) {
        return new FieldOptions(Consents.CONTACTS, channel.field(), Options.of(State.class, "consent.state"));
    }
}

package zhanggui.headers;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;

@Configuration(proxyBeanMethods = false)
class HeadersConfig {
    /** Comes after the one by which Tomcat learns from a trusted proxy whether a request came over TLS. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> policiesOnEveryAnswer() {
        return server -> server.addEngineValves(new Policies());
    }

    @Bean
    CookieSerializer sessionCookie() {
        return new SessionCookie();
    }
}

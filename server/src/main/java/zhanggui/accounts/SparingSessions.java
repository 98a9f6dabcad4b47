package zhanggui.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions in PostgreSQL that are not written at every request: when one was last used is kept to the minute, so that
 * reading a page waits for no disk.
 */
@Configuration(proxyBeanMethods = false)
class SparingSessions {
    private static final String UPDATE = """
            update accounts.spring_session s
            set session_id = n.id, last_access_time = n.used, max_inactive_interval = n.idle, expiry_time = n.ends,
              principal_name = n.principal
            from (values (?::text, ?::bigint, ?::int, ?::bigint, ?::text, ?::char(36)))
              n (id, used, idle, ends, principal, key)
            where s.primary_id = n.key
              and (s.session_id <> n.id or s.max_inactive_interval <> n.idle
                or s.principal_name is distinct from n.principal or s.last_access_time <= n.used - 60000)""";

    /**
     * What a session needs is one statement at a time, which needs no transaction, where it is not in the middle of one
     * that may only read: an answer may begin to be sent before its work ends.
     */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        var apart = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                return TransactionSynchronizationManager.isActualTransactionActive()
                        ? apart.execute(action)
                        : TransactionOperations.withoutTransaction().execute(action);
            }
        };
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> writtenOnceAMinute() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}

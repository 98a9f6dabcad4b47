package zhanggui.files;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.core.exception.SdkException;
import zhanggui.problems.General;
import zhanggui.problems.Refused;

/** The store that is configured, and what is said when it fails. */
@Configuration(proxyBeanMethods = false)
class Stores {
    private static final Logger log = LoggerFactory.getLogger(Stores.class);

    @Bean
    FileStore fileStore(Environment environment) {
        return FileStore.of(environment);
    }

    /** A bucket does not answer, a content is not there; of a folder, writing fails for want of room. */
    static Refused refused(IOException e) {
        log.error("the store of files failed", e);
        if (e instanceof NoSuchFileException) return Refused.because(FileReasons.LOST);
        return Refused.because(e.getCause() instanceof SdkException ? FileReasons.UNREACHABLE : General.STORAGE_FULL);
    }
}

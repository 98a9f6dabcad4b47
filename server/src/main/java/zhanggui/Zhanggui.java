package zhanggui;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;
import zhanggui.backups.Commands;

/** The server: the API, the web client and, unless another is configured, its own PostgreSQL. Or a command beside it. */
@Modulithic(systemName = "Zhanggui 掌柜")
@EnableScheduling
@SpringBootApplication
public class Zhanggui {
    public static void main(String[] args) {
        if (Commands.areMeantBy(args)) System.exit(Commands.run(args));
        SpringApplication.run(Zhanggui.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

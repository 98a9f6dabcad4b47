package zhanggui.demo;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Service;
import zhanggui.access.Viewer;
import zhanggui.company.CompanySettings;
import zhanggui.jobs.Jobs;
import zhanggui.texts.Language;

/** The demonstration: there from the first start in demo mode, or asked for by the person who sets up. */
@Service
public class Demo implements ApplicationRunner {
    private final boolean mode;
    private final Language language;
    private final DemoCompany demo;
    private final CompanySettings company;
    private final Jobs jobs;

    Demo(
            @Value("${zhanggui.demo}") boolean mode,
            @Value("${zhanggui.demo-language}") String language,
            DemoCompany demo,
            CompanySettings company,
            Jobs jobs) {
        this.mode = mode;
        this.language = Language.of(language);
        this.demo = demo;
        this.company = company;
        this.jobs = jobs;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mode && company.find().isEmpty()) demo.begin(language);
    }

    /** Starts filling the company with invented data; returns the job. */
    public UUID fill(String title, Viewer administrator) {
        return jobs.start(DemoJob.NAME, title, "", administrator);
    }
}

package io.slipway;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service's main; knows nothing but Spring. */
@SpringBootApplication
public class App {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(App.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

package io.slipway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service's main; knows nothing but Spring. */
@SpringBootApplication
public class App {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(App.class, args);
    }
}

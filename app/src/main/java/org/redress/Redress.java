package org.redress;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product. Commands are read by {@code org.redress.cli}. */
@SpringBootApplication
public class Redress {

    public static void main(String[] arguments) {
        SpringApplication.run(Redress.class, arguments);
    }
}

package org.rectification;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class RectificationApplication {

    /** Deadlines and cadences are those of people in China, wherever the machine stands. */
    public static final TimeZone TIME_ZONE = TimeZone.getTimeZone("Asia/Shanghai");

    public static void main(String[] args) {
        TimeZone.setDefault(TIME_ZONE);
        SpringApplication.run(RectificationApplication.class, args);
    }
}

package io.hengwei.platform.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The State Council's holidays and make-up workdays, shipped as one file per announced year.
final class ChinaHolidays {
    private static final String FILES = "classpath:calendar/holiday-cn/*.json";

    private ChinaHolidays() {}

    static Notice load() {
        try {
            var notices = new ArrayList<Notice>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) notices.add(read(file));
            return Notice.together(notices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Notice read(Resource file) throws IOException {
        return Notice.ofChina(file.getContentAsString(StandardCharsets.UTF_8));
    }
}

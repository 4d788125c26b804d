package io.hengwei.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.notification.LiveHub.News;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.UserId;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// What one node tells the others.
@HengweiTest
class LiveWireTest {
    @Autowired
    DatabaseAccess access;

    @Autowired
    JsonMapper json;

    @Test
    void everybodyIsToldHoweverManyThereAre() {
        var people = Stream.generate(() -> new UserId(Ids.next())).limit(700).collect(Collectors.toSet());
        var records = Stream.generate(RecordId::next).limit(400).collect(Collectors.toSet());
        var heard = new News(new HashSet<>(), new HashSet<>());
        try (var here = new LiveWire(access, json);
                var there = new LiveWire(access, json)) {
            there.beat(news -> {});
            here.send(new News(records, people));
            for (int beat = 0; beat < 50 && !heard.people().containsAll(people); beat++) {
                here.beat(news -> {});
                there.beat(news -> {
                    heard.people().addAll(news.people());
                    heard.records().addAll(news.records());
                });
            }
        }
        assertThat(heard.people()).containsAll(people);
        assertThat(heard.records()).containsAll(records);
    }
}
